"""What a build of tests/golden/sampleton must give, by the rules of the method alone: a second implementation that shares nothing
with src/. Python 3 standard library, no third-party package.

    python3 scripts/oracle/sampleton.py > tests/golden/sampleton.expected.json
    python3 scripts/oracle/sampleton.py 1 > tests/golden/sampleton.first-edition.json

Both have the estimates and gaps of each period as an edition of the method works them out; the second, of the first
edition, has its changes, trends and verdicts too. Those of the second edition are held by tests/golden/judgement.json.

It reads the source files itself (Parquet and Arrow from the plain CSV they were made from) and states the indicators
once more in its own words. Where the specification left something open, the choice made here is marked "open:".
"""

import csv
import io
import itertools
import json
import math
import statistics
import sys
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

GOLDEN = Path(__file__).resolve().parents[2] / "tests" / "golden"
DATA = GOLDEN / "sampleton" / "data-raw"
SOURCE = GOLDEN / "sampleton-source"

EDITION = int(sys.argv[1]) if len(sys.argv) > 1 else 2
CONFIDENCE, MATERIALITY, RELIABLE, YEAR = 0.95, 0.05, 7, 2024
NORMAL = statistics.NormalDist()


# ---------------------------------------------------------------- distributions

def z_of(level):
    return NORMAL.inv_cdf(0.5 + level / 2)


Z = z_of(CONFIDENCE)


def two_sided(z):
    return math.erfc(abs(z) / math.sqrt(2))


def chi_squared_above(x, df):
    """Upper tail for whole degrees of freedom: finite sums (Abramowitz and Stegun 26.4.4, 26.4.5)."""
    half = x / 2
    if df % 2 == 0:
        return math.exp(-half) * math.fsum(half**i / math.factorial(i) for i in range(df // 2))
    terms = [half ** (i + 0.5) / math.gamma(i + 1.5) for i in range((df - 1) // 2)]
    return math.erfc(math.sqrt(half)) + math.exp(-half) * math.fsum(terms)


def bisect(rising, target):
    """Where a rising function reaches a target, to the last bit."""
    low, high = 0.0, 1.0
    while rising(high) < target:
        high *= 2
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        low, high = (middle, high) if rising(middle) < target else (low, middle)


def t_within(t, df):
    """P(-t < T < t) for whole degrees of freedom (Abramowitz and Stegun 26.7.3, 26.7.4)."""
    theta = math.atan(t / math.sqrt(df))
    sine, cosine = math.sin(theta), math.cos(theta)
    if df % 2:
        total, term = 0.0, cosine
        for n in range(1, df - 1, 2):
            total += term
            term *= cosine**2 * (n + 1) / (n + 2)
        return 2 / math.pi * (theta + sine * total)
    total, term = 0.0, 1.0
    for n in range(0, df - 1, 2):
        total += term
        term *= cosine**2 * (n + 1) / (n + 2)
    return sine * total


def poisson_limits(x, level):
    """Exact limits of a count: each tail holds half of what the level leaves."""
    tail = (1 - level) / 2

    def at_most(k, mean):
        return math.exp(-mean) * math.fsum(mean**i / math.factorial(i) for i in range(k + 1))

    def at_least(k, mean):
        """Summed from its own side, so that a small tail keeps its digits."""
        return math.exp(-mean) * math.fsum(mean**i / math.factorial(i) for i in range(k, k + 120))

    lower = 0.0 if x == 0 else bisect(lambda m: at_least(x, m), tail)
    upper = bisect(lambda m: -at_most(x, m), -tail)
    return lower, upper


def benjamini_hochberg(ps):
    order = sorted(range(len(ps)), key=lambda i: ps[i], reverse=True)
    adjusted, least = [0.0] * len(ps), 1.0
    for position, i in enumerate(order):
        least = min(least, ps[i] * len(ps) / (len(ps) - position))
        adjusted[i] = least
    return adjusted


# ---------------------------------------------------------------- working scales

def logit(q):
    return math.log(q / (1 - q))


def expit(v):
    return 1 / (1 + math.exp(-v))


FORWARD = {"identity": lambda y: y, "log": math.log, "logit": logit}
BACK = {"identity": lambda v: v, "log": math.exp, "logit": expit}
SLOPE_OF_BACK = {"identity": lambda f: 1.0, "log": lambda f: f, "logit": lambda f: f * (1 - f)}


def inside(scale, y):
    return scale == "identity" or (y > 0 and (scale == "log" or y < 1))


# ---------------------------------------------------------------- estimates (docs/method.md 2)

def unit_of(scale, per):
    """open: logit needs shares of 1; logs are taken of the value as printed, per `per` (only the intercept shows it)."""
    return per if scale == "logit" else 1


def with_errors(e, scale, per, z):
    """Standard errors from the interval, on both scales. `e` has value, lower, upper."""
    unit = unit_of(scale, per)
    if e["lower"] is None:
        e["V"] = e["gV"] = None
        e["g"] = FORWARD[scale](e["value"] / unit) if inside(scale, e["value"] / unit) else None
        return e
    e["V"] = ((e["upper"] - e["lower"]) / (2 * z)) ** 2
    low, mid, high = (e[k] / unit for k in ("lower", "value", "upper"))
    if inside(scale, mid):
        g = FORWARD[scale]
        e["g"], e["gV"] = g(mid), ((g(high) - g(low)) / (2 * z)) ** 2
    else:
        e["g"] = e["gV"] = None
    return e


def proportion(x, n, per):
    q, half = x / n, Z * Z / n
    middle = (q + half / 2) / (1 + half)
    reach = Z / (1 + half) * math.sqrt(q * (1 - q) / n + half / (4 * n))
    lower = 0.0 if x == 0 else middle - reach
    upper = 1.0 if x == n else middle + reach
    e = with_errors({"value": q * per, "lower": lower * per, "upper": upper * per, "x": x, "n": n}, "logit", per, Z)
    if x in (0, n):
        q = (x + 0.5) / (n + 1)
        e["g"] = logit(q)
        e["gV"] = 1 / ((n if EDITION == 2 else n + 1) * q * (1 - q))
    if n > 1 and EDITION == 2:
        e["U"] = x * (n - x) / (n**2 * (n - 1)) * per**2
    return e


def rate(x, years, per):
    if x < 10:
        lower, upper = poisson_limits(x, CONFIDENCE)
    else:
        lower = x * (1 - 1 / (9 * x) - Z / (3 * math.sqrt(x))) ** 3
        upper = (x + 1) * (1 - 1 / (9 * (x + 1)) + Z / (3 * math.sqrt(x + 1))) ** 3
    e = {"value": x / years * per, "lower": lower / years * per, "upper": upper / years * per, "x": x, "n": years}
    e = with_errors(e, "log", per, Z)
    if x == 0:
        e["g"], e["gV"] = math.log(0.5 / years * per), 1 / 0.5
    if EDITION == 2:
        e["U"] = x / years**2 * per**2
    return e


def mean(count, value, sd):
    if count < 2:
        return None
    t = bisect(lambda q: t_within(q, count - 1), CONFIDENCE)
    reach = t * sd / math.sqrt(count)
    return with_errors({"value": value, "lower": value - reach, "upper": value + reach, "n": count}, "identity", 1, Z)


def mean_of_values(values):
    return mean(len(values), statistics.fmean(values), statistics.stdev(values) if len(values) > 1 else 0)


def mean_of_parts(parts):
    """Parts given by mean, sd and size, as one sample: the spread within them and between them."""
    n = sum(p["n"] for p in parts)
    m = math.fsum(p["n"] * p["mean"] for p in parts) / n
    squares = math.fsum((p["n"] - 1) * p["sd"] ** 2 + p["n"] * (p["mean"] - m) ** 2 for p in parts)
    return mean(n, m, math.sqrt(squares / (n - 1)))


def published(row, scale, per, level=CONFIDENCE):
    value = row["value"]
    if value is None:
        return None
    if row.get("events") is not None and row["events"] < 10:
        return None
    z = z_of(level)
    lower, upper = row.get("lower"), row.get("upper")
    if row.get("se") is not None:
        lower, upper = value - Z * row["se"], value + Z * row["se"]
    e = with_errors({"value": value, "lower": lower, "upper": upper}, scale, per, Z if row.get("se") is not None else z)
    if row.get("se") is not None:
        # open: "the same with g(lower), g(upper)" supposes a published interval; from a standard error the delta method.
        e["gV"] = (row["se"] / (unit_of(scale, per) * SLOPE_OF_BACK[scale](value / unit_of(scale, per)))) ** 2
    elif level != CONFIDENCE:
        # open: the specification shows the interval "as published"; one of another level is shown at the report's own level.
        reach = Z * math.sqrt(e["gV"])
        e["lower"], e["upper"] = (unit_of(scale, per) * BACK[scale](v) for v in (e["g"] - reach, e["g"] + reach))
    if "events" in row:
        e["x"] = row["events"]
    e["n"], e["weight"] = row.get("n"), row.get("weight")
    return e


def rounded(spec, data):
    """Published values of one series carry what rounding to their decimals adds, where that is over a hundredth of V."""
    if EDITION == 1 or spec["kind"] not in ("published", "dsr-as-published"):
        return
    figures = [e for _, f in data for e in [*f["groups"].values(), f.get("everyone")] if e is not None]
    places = max((len(text.partition(".")[2]) for text in (format(Decimal(repr(e["value"])).normalize(), "f") for e in figures)), default=0)
    extra = (10.0**-places) ** 2 / 12
    unit, scale = unit_of(spec["scale"], spec["per"]), spec["scale"]
    for e in figures:
        if e["V"] is None or extra <= e["V"] / 100:
            continue
        e["V"], e["rounding"] = e["V"] + extra, extra
        if e["g"] is not None:
            e["gV"] += extra / (unit * SLOPE_OF_BACK[scale](e["value"] / unit)) ** 2


# European Standard Population 2013 (Eurostat, doi:10.2785/11470, table of 19 bands): 0-4, 5-9 .. 90 and over.
ESP_2013 = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000]


def standardised(cells, standard, per):
    """Dobson and others (1991): the rate moved by what Byar's limits move the count, in units of its own error.
    cells: (events, people) of each band, people above 0."""
    events = sum(x for x, _ in cells)
    if events < 10:
        return None
    share = [w / sum(standard) for w in standard]
    value = math.fsum(w * x / n for w, (x, n) in zip(share, cells))
    variance = math.fsum(w**2 * x / n**2 for w, (x, n) in zip(share, cells))
    low = events * (1 - 1 / (9 * events) - Z / (3 * math.sqrt(events))) ** 3
    high = (events + 1) * (1 - 1 / (9 * (events + 1)) + Z / (3 * math.sqrt(events + 1))) ** 3
    unit = math.sqrt(variance / events)
    limits = {"lower": per * (value + unit * (low - events)), "upper": per * (value + unit * (high - events))}
    return with_errors({"value": per * value, **limits, "x": events, "n": sum(n for _, n in cells)}, "log", per, Z)


TABLE_AGES = [0, 1] + [5 * n for n in range(1, 19)]


def life_years(cells, at):
    """Chiang (1984), chapter 6: abridged life table of 20 bands, deaths in the first year at a tenth of it and else in
    the middle of their band; variance 6.1.16 with the open band's term of Silcocks and others (2001)."""
    deaths, people = [x for x, _ in cells], [n for _, n in cells]
    if sum(people) <= 5000 or any(x > n for x, n in cells) or deaths[-1] == 0:
        return None
    w = len(cells) - 1
    n = [TABLE_AGES[i + 1] - TABLE_AGES[i] for i in range(w)]
    a = [0.1] + [0.5] * (w - 1)
    m = [x / y for x, y in cells]
    q = [n[i] * m[i] / (1 + (1 - a[i]) * n[i] * m[i]) for i in range(w)] + [1.0]
    assert all(v < 1 for v in q[:-1])
    alive = [math.prod(1 - v for v in q[:i]) for i in range(w + 1)]
    lived = [n[i] * (alive[i + 1] + a[i] * (alive[i] - alive[i + 1])) for i in range(w)] + [alive[w] / m[w]]
    e = [math.fsum(lived[i:]) / alive[i] for i in range(w + 1)]
    k = TABLE_AGES.index(at)
    terms = [alive[i] ** 2 * (e[i + 1] + (1 - a[i]) * n[i]) ** 2 * q[i] ** 2 * (1 - q[i]) / deaths[i] for i in range(k, w) if deaths[i]]
    # the open band: the variance of 1 / m is that of m, deaths / people squared, over m to the fourth
    terms.append(alive[w] ** 2 * (deaths[w] / people[w] ** 2) / m[w] ** 4)
    se = math.sqrt(math.fsum(terms)) / alive[k]
    if 2 * z_of(0.95) * se > 20:
        return None
    return with_errors({"value": e[k], "lower": e[k] - Z * se, "upper": e[k] + Z * se, "x": sum(deaths), "n": sum(people)}, "identity", 1, Z)


# ---------------------------------------------------------------- one period (docs/method.md 3 and 4)

def lim(value, se, flip=False):
    """Value with normal limits."""
    if se is None:
        return {"value": value, "lower": None, "upper": None}
    return {"value": value, "lower": value - Z * se, "upper": value + Z * se}


def log_lim(log_value, se):
    if se is None:
        return {"value": math.exp(log_value), "lower": None, "upper": None}
    return {k: math.exp(v) for k, v in lim(log_value, se).items()}


def weights(groups, logit_like, per):
    """Sizes of the groups, and how they were found."""
    for size in ("n", "weight"):
        sizes = {i: e.get(size) for i, e in groups.items()}
        if all(v is not None for v in sizes.values()):
            return sizes, None
    if logit_like and all(e["V"] is not None for e in groups.values()):
        return {i: (e["value"] / per) * (1 - e["value"] / per) / ((e["V"] - e.get("rounding", 0)) / per**2) for i, e in groups.items()}, "weights-implied"
    return {i: 1.0 for i in groups}, "unweighted"


def period_result(spec, dim, data):
    """`data`: groups {id: estimate or None}, sizes {id: n} of all groups that are known, everyone, unrecorded."""
    scale, per, better = spec["scale"], spec["per"], spec["better"]
    declared = dim["groups"]
    if spec.get("turned"):
        declared = declared[::-1]
    found = {i: data["groups"].get(i) for i in declared}
    here = {i: e for i, e in found.items() if e is not None}
    size, how = weights(here, scale == "logit" and spec["kind"] == "published", per)
    total = math.fsum(size.values())
    p = {i: size[i] / total for i in here}
    y = {i: here[i]["value"] for i in here}
    V = {i: here[i]["V"] for i in here}
    tested = all(v is not None for v in V.values())
    mu = math.fsum(p[i] * y[i] for i in here)
    higher = better == "higher"
    result = {
        "groups": {i: None if e is None else {"estimate": {k: e[k] for k in ("value", "lower", "upper")}, "numerator": e.get("x"), "denominator": e.get("n"), "share": p[i]} for i, e in found.items()},
        "unrecorded": data.get("unrecorded"),
        "_here": list(here),
    }
    result["overall"] = overall_of(spec, data, here, p, mu, tested)

    if dim["type"] == "ordered":
        gaps = ordered(spec, dim, declared, here, p)
    elif dim["type"] == "pair":
        gaps = pair(spec, declared, here)
    else:
        gaps = unordered(spec, dim, data, here, p, y, V, mu, tested, how)
    result.update(gaps)
    if gaps["absolute"] is None:
        for i in here:
            del result["groups"][i]["share"]
        return result
    for i in here:
        if dim["type"] != "ordered":
            result["groups"][i].update(ridit=None, fitted=None)

    # extremes, and the group whose level everyone would have
    reference = None
    if dim["type"] == "unordered":
        known = [i for i in here if how != "unweighted" and size[i] >= RELIABLE]
        if known:
            best, worst = (max, min) if higher else (min, max)
            reference = best(known, key=lambda i: y[i])
            result["extremes"] = {"best": reference, "worst": worst(known, key=lambda i: y[i])}
    else:
        reference = list(here)[-1]
    if reference is not None:
        worse = y[reference] < mu if higher else y[reference] > mu
        if worse and EDITION == 1:
            result["par"] = {"reference": reference, "par": {"value": 0.0}}
        else:
            par = y[reference] - mu
            se = None
            if tested:
                se = math.sqrt(math.fsum((((1 if i == reference else 0) - p[i]) ** 2) * V[i] for i in here))
            result["par"] = {"reference": reference, "par": lim(par, se)}
            if worse:
                pass  # Nobody would gain, so nobody is counted.
            elif spec["kind"] in ("dsr", "dsr-as-published"):
                # A standardised rate does not multiply with its crude population: the share of the events that happened,
                # with the delta-method limits of that fraction (the reference's own part of the mean carried).
                sign = 1 if higher else -1
                events = [here[i].get("x") for i in here]
                if all(e is not None for e in events):
                    share = par / mu
                    s_share = math.sqrt(math.fsum((((1 if i == reference else 0) - p[i] * y[reference] / mu) / mu) ** 2 * V[i] for i in here))
                    result["par"]["headCount"] = {
                        k: max(0.0, v) for k, v in lim(sign * share * sum(events), s_share * sum(events)).items()
                    }
            elif spec["kind"] in ("proportion", "rate"):
                sign = 1 if higher else -1
                # open: the specification does not say whether the limits of a head-count stop at 0; here they do.
                result["par"]["headCount"] = {k: max(0.0, v) for k, v in lim(sign * par * total / per, se * total / per).items()}
    return result


def overall_of(spec, data, here, p, mu, tested):
    per = spec["per"]
    if data.get("everyone"):
        e = data["everyone"]
        return {"value": e["value"], "lower": e["lower"], "upper": e["upper"], "from": "published", "_V": e["V"]}
    if "pooled" in data:
        e, shown = data["pooled"]
        # open: the specification does not say whose counts are pooled; here those of every group whose counts are whole, also where
        # they are too few for an estimate. Then the total is not shown, because it would give that group's count away.
        return {"value": e["value"], "lower": e["lower"], "upper": e["upper"], "numerator": e["x"] if shown else None,
                "denominator": e["n"] if shown else None, "from": "pooled", "_V": e["V"]}
    if spec["kind"] in ("proportion", "rate"):
        x, n = sum(e["x"] for e in here.values()), sum(e["n"] for e in here.values())
        e = (proportion if spec["kind"] == "proportion" else rate)(x, n, per)
        return {"value": e["value"], "lower": e["lower"], "upper": e["upper"], "numerator": x, "denominator": n, "from": "pooled", "_V": e["V"]}
    # open: the interval of a level pooled from groups that are not counts; here the delta method with fixed shares.
    variance = math.fsum(p[i] ** 2 * here[i]["V"] for i in here) if tested else None
    return {**lim(mu, None if variance is None else math.sqrt(variance)), "from": "pooled", "_V": variance}


def ordered(spec, dim, declared, here, p):
    scale, per, higher = spec["scale"], unit_of(spec["scale"], spec["per"]), spec["better"] == "higher"
    national = dim.get("ranking") == "national"
    if national and len(here) < 3 or not national and len(here) < len(declared):
        return {"absolute": None, "relative": None, "ends": None}
    if national:
        x = {i: (2 * (declared.index(i) + 1) - 1) / (2 * len(declared)) for i in here}
    else:
        x, before = {}, 0.0
        for i in here:
            x[i] = before + p[i] / 2
            before += p[i]
    centre = math.fsum(p[i] * x[i] for i in here) if national else 0.5
    S = math.fsum(p[i] * (x[i] - centre) ** 2 for i in here)
    on_b = {i: p[i] * (x[i] - centre) / S for i in here}
    on_a = {i: p[i] - centre * on_b[i] for i in here}
    g = {i: here[i]["g"] for i in here}
    gV = {i: here[i]["gV"] for i in here}
    a = math.fsum(on_a[i] * g[i] for i in here)
    b = math.fsum(on_b[i] * g[i] for i in here)
    f0, f1 = BACK[scale](a), BACK[scale](a + b)
    d0, d1 = SLOPE_OF_BACK[scale](f0), SLOPE_OF_BACK[scale](f1)

    def end(point, on):
        """open: the specification gives the ends no interval of their own; here that of the point on the working scale, taken back."""
        reach = Z * math.sqrt(math.fsum(on(i) ** 2 * gV[i] for i in here))
        return {k: per * BACK[scale](v) for k, v in (("value", point), ("lower", point - reach), ("upper", point + reach))}

    def se(coefficient):
        return math.sqrt(math.fsum(coefficient(i) ** 2 * gV[i] for i in here))

    s0, s1 = per * se(lambda i: d0 * on_a[i]), per * se(lambda i: d1 * (on_a[i] + on_b[i]))
    s_sii = per * se(lambda i: d1 * (on_a[i] + on_b[i]) - d0 * on_a[i])
    s_rii = se(lambda i: d1 / f1 * (on_a[i] + on_b[i]) - d0 / f0 * on_a[i])
    sii, log_rii = per * (f1 - f0), math.log(f1 / f0)
    sign = 1 if higher else -1
    misfit = math.fsum((g[i] - a - b * x[i]) ** 2 / gV[i] for i in here)
    fitted = {i: per * BACK[scale](a + b * x[i]) for i in here}
    return {
        "absolute": {"definition": "sii.ridit-wls.v1", "raw": lim(sii, s_sii), "oriented": lim(sign * sii, s_sii)},
        "relative": {"definition": "rii.ridit-wls.v1", "raw": log_lim(log_rii, s_rii), "oriented": log_lim(sign * log_rii, s_rii)},
        "line": {
            "scale": scale, "intercept": a, "slope": b,
            "disadvantagedEnd": end(a, lambda i: on_a[i]), "advantagedEnd": end(a + b, lambda i: on_a[i] + on_b[i]),
            "lackOfFit": {"chiSquared": misfit, "degreesOfFreedom": len(here) - 2, "p": chi_squared_above(misfit, len(here) - 2)},
        },
        "places": {i: {"ridit": x[i], "fitted": fitted[i]} for i in here},
        "ends": {"disadvantaged": (per * f0, s0), "advantaged": (per * f1, s1)},
        "_absolute": ("difference", sign * sii, s_sii),
        "_relative": ("log", sign * log_rii, s_rii),
    }


def pair(spec, declared, here):
    if len(here) < 2:
        return {"absolute": None, "relative": None, "ends": None}
    worse, best = (here[i] for i in declared)
    sign = 1 if spec["better"] == "higher" else -1
    known = worse["V"] is not None
    d, s_d = best["value"] - worse["value"], math.sqrt(best["V"] + worse["V"]) if known else None
    ends = {"disadvantaged": (worse["value"], math.sqrt(worse["V"]) if known else None),
            "advantaged": (best["value"], math.sqrt(best["V"]) if known else None)}
    out = {"absolute": {"raw": lim(d, s_d), "oriented": lim(sign * d, s_d)}, "relative": None, "ends": ends,
           "_absolute": ("difference", sign * d, s_d)}
    if worse["value"] > 0 and best["value"] > 0:
        r = math.log(best["value"] / worse["value"])
        s_r = math.sqrt(best["V"] / best["value"] ** 2 + worse["V"] / worse["value"] ** 2) if known else None
        out["relative"] = {"raw": log_lim(r, s_r), "oriented": log_lim(sign * r, s_r)}
        out["_relative"] = ("log", sign * r, s_r)
    return out


def unordered(spec, dim, data, here, p, y, V, mu, tested, how):
    # open: where sizes are not known at all, every declared group counts as the same share of the population.
    known = data["sizes"] or {i: 1 for i in dim["groups"]}
    if math.fsum(known[i] for i in here) / math.fsum(known.values()) < 0.85:
        return {"absolute": None, "relative": None, "ends": None}
    B = math.fsum(p[i] * (y[i] - mu) ** 2 for i in here)
    if not tested:
        # open: with no standard errors nothing can be taken off A; the plain deviation stands in its place.
        root = math.sqrt(B)
        return {"absolute": {"raw": lim(root, None), "oriented": lim(root, None)},
                "relative": {"raw": lim(100 * root / mu, None), "oriented": lim(100 * root / mu, None)}, "ends": None,
                "_absolute": ("variance", B, None), "_relative": ("variance", B / mu**2 * 1e4, None)}
    A = B - math.fsum(p[i] * (1 - p[i]) * here[i].get("U", V[i]) for i in here)
    square = math.fsum(p[i] ** 2 * V[i] for i in here)
    var = 4 * math.fsum(p[i] ** 2 * V[i] * (y[i] - mu) ** 2 for i in here) + 2 * (
        square**2 - math.fsum(p[i] ** 4 * V[i] ** 2 for i in here) + math.fsum(p[i] ** 2 * (1 - p[i]) ** 2 * V[i] ** 2 for i in here)
    )
    s = math.sqrt(var)
    limits = {k: math.sqrt(max(0.0, v)) for k, v in lim(A, s).items()}
    relative = {k: 100 * v / mu for k, v in limits.items()}
    inverse = math.fsum(1 / V[i] for i in here)
    centre = math.fsum(y[i] / V[i] for i in here) / inverse
    q = math.fsum((y[i] - centre) ** 2 / V[i] for i in here)
    sign = -1 if spec["better"] == "higher" else 1
    who = []
    everyone = data.get("everyone") if EDITION == 2 else None
    for i in here if everyone or EDITION == 1 or how != "unweighted" else []:
        if everyone:
            # open: the error of a difference from everyone, of whom the group is a part. That part of the level's own variance
            # moves with the group; where the level has none, it is that of the groups. Unknown sizes: no part.
            known = [here[j].get("n") for j in here]
            of_all = 0.0 if how == "unweighted" else min(1.0, sum(known) / everyone["n"]) if everyone.get("n") and None not in known else 1.0
            part = {j: of_all * p[j] for j in here}
            V_all = everyone["V"] if everyone["V"] is not None else math.fsum(part[j] ** 2 * V[j] for j in here)
            se = math.sqrt((1 - part[i]) ** 2 * V[i] + max(0.0, V_all - part[i] ** 2 * V[i]))
            off = y[i] - everyone["value"]
            who.append({"group": i, "against": "overall", "level": everyone["value"], "difference": lim(sign * off, se), "p": two_sided(off / se)})
            continue
        rest = math.fsum(p[j] * y[j] for j in here if j != i) / (1 - p[i])
        se = math.sqrt(V[i] + math.fsum(p[j] ** 2 * V[j] for j in here if j != i) / (1 - p[i]) ** 2)
        who.append({"group": i, "against": "rest", "level": rest, "difference": lim(sign * (y[i] - rest), se), "p": two_sided((y[i] - rest) / se)})
    for row, adjusted in zip(who, benjamini_hochberg([row["p"] for row in who])):
        row["adjustedP"] = adjusted
    return {
        "absolute": {"raw": limits, "oriented": limits},
        "relative": {"raw": relative, "oriented": relative},
        "heterogeneity": {"q": q, "degreesOfFreedom": len(here) - 1, "p": chi_squared_above(q, len(here) - 1)},
        "who": who,
        "ends": None,
        "_absolute": ("variance", A, s),
        # open: "the same limits over mu" is read for the test too: A over mu squared, mu held fixed, in squared per cent.
        "_relative": ("variance", A / mu**2 * 1e4, s / mu**2 * 1e4),
    }


# ---------------------------------------------------------------- change, trend, pace, verdict (docs/method.md 5 and 6)

POWER = Z + NORMAL.inv_cdf(0.80)


def overlap(a, b):
    return a["start"] <= b["end"] and b["start"] <= a["end"]


def shown(scale, point):
    if scale == "log":
        return math.exp(point)
    if scale == "variance":
        return math.sqrt(max(0.0, point))
    return point


def change_of(now, then):
    """`now`, `then`: (scale, point, se) of a gap or level."""
    scale, y1, s1 = now
    _, y0, s0 = then
    out = {"from": shown(scale, y0), "to": shown(scale, y1), "scale": scale, "p": None, "clear": False, "minimumDetectable": None}
    difference = y1 - y0
    out["_sign"] = 0 if out["to"] == out["from"] else math.copysign(1, out["to"] - out["from"])
    if s1 is None or s0 is None:
        return out
    s = math.sqrt(s1**2 + s0**2)
    out["statistic"] = difference / s
    out["p"] = two_sided(difference / s)
    # "at least m times the baseline in size": on the printed scale for differences and roots, on logs for ratios (open).
    size = abs(difference) if scale == "log" else abs(out["to"] - out["from"])
    base = abs(y0) if scale == "log" else abs(out["from"])
    out["clear"] = out["p"] < 0.05 and size >= MATERIALITY * base
    out["minimumDetectable"] = POWER * s
    if scale == "difference":
        out["change"] = lim(difference, s)
    elif scale == "log":
        out["change"] = log_lim(difference, s)
    else:
        out["change"] = {"value": out["to"] - out["from"]}
    return out


def days(day):
    return date.fromisoformat(day).toordinal()


def middle_year(period):
    """open: the specification says "time" and "per year"; here the middle between the period's ends as decimal calendar years."""
    def decimal(ordinal_day, year):
        first, following = days(f"{year}-01-01"), days(f"{year + 1}-01-01")
        return year + (ordinal_day - first) / (following - first)

    start, end = period["start"], period["end"]
    return (decimal(days(start), int(start[:4])) + decimal(days(end) + 1, int(end[:4]))) / 2


def trend_of(series):
    """`series`: (period, (scale, point, se)) from the earliest, of one stretch without breaks."""
    kept = []
    for period, gap in reversed(series):
        if not kept or not overlap(period, kept[0][0]):
            kept.insert(0, (period, gap))
    if len(kept) < 4 or any(gap[2] is None for _, gap in kept):
        return None
    scale = kept[0][1][0]
    t = [middle_year(period) for period, _ in kept]
    y = [gap[1] for _, gap in kept]
    w = [1 / gap[2] ** 2 for _, gap in kept]
    W = math.fsum(w)
    tm = math.fsum(wi * ti for wi, ti in zip(w, t)) / W
    ym = math.fsum(wi * yi for wi, yi in zip(w, y)) / W
    sxx = math.fsum(wi * (ti - tm) ** 2 for wi, ti in zip(w, t))
    slope = math.fsum(wi * (ti - tm) * (yi - ym) for wi, ti, yi in zip(w, t, y)) / sxx
    chi2 = math.fsum(wi * (yi - ym - slope * (ti - tm)) ** 2 for wi, ti, yi in zip(w, t, y))
    inflation = math.sqrt(max(1.0, chi2 / (len(t) - 2)))
    se = inflation / math.sqrt(sxx)
    return {
        "scale": scale, "periods": [period["label"] for period, _ in kept],
        "slopePerYear": lim(slope, se), "p": two_sided(slope / se),
        "from": shown(scale, ym + slope * (t[0] - tm)), "to": shown(scale, ym + slope * (t[-1] - tm)),
        "_line": (tm, ym, slope, inflation / math.sqrt(W), se), "_last": t[-1],
    }


def pace_of(target, trend):
    """The year the fitted line reaches a target, and the years in which the target lies inside the line's interval."""
    gap, value = target
    if trend is None:
        return {"gap": gap, "target": value, "year": None, "earliest": None, "latest": None}
    tm, ym, slope, s_level, s_slope = trend["_line"]
    goal = {"difference": value, "log": math.log(value) if value > 0 else None, "variance": value**2}[trend["scale"]]
    never = {"gap": gap, "target": value, "year": None, "earliest": None, "latest": None}
    if trend["to"] <= value:
        return {**never, "text": "reached"}
    if slope >= 0:
        return {**never, "text": "not on this trend"}
    last = trend["_last"]
    year = tm + (goal - ym) / slope

    def far(t):
        """Above 0 where the line's upper limit is still above the target (before), or its lower limit below it (after)."""
        return Z * math.sqrt(s_level**2 + s_slope**2 * (t - tm) ** 2)

    def lowest(t):
        return ym + slope * (t - tm) - far(t)

    def highest(t):
        return ym + slope * (t - tm) + far(t)

    earliest = last if lowest(last) <= goal else root(lowest, goal, last, year)
    # The upper limit comes down for good only where the slope is clearly below 0.
    latest = root(highest, goal, year, year + 1e4) if slope + Z * s_slope < 0 else None
    return {**never, "year": year, "earliest": earliest, "latest": latest, "text": "on this trend"}


def root(falling, target, low, high):
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        low, high = (middle, high) if falling(middle) > target else (low, middle)


def clear_sign(change):
    if change is None or not change["clear"]:
        return 0
    return change["_sign"]


def verdict_of(absolute, relative):
    """Section 6 of the method, with what the first edition knows: narrower, wider, cannot tell, not compared."""
    moves = {absolute, relative}
    if moves == {"narrower"}:
        return "closing", "cooling"
    if moves == {"wider"}:
        return "widening", "heating"
    if moves == {"narrower", "wider"}:
        return "points-and-ratio-disagree", "mixed"
    if "narrower" in moves:
        return f"smaller-in-{'points' if absolute == 'narrower' else 'ratio'}-only", "easing"
    if "wider" in moves:
        return f"larger-in-{'points' if absolute == 'wider' else 'ratio'}-only", "warming"
    return ("not-compared", "no-reading") if moves == {"not-compared"} else ("cannot-tell", "unclear")


def judge(spec, periods):
    """`periods`: (period, result), from the earliest."""
    unknown = {"change": None, "verdict": {"id": "not-compared", "temperature": "no-reading", "basis": "none", "levellingDown": False}}
    current, now = periods[-1]
    breaks = [p for p, _ in periods if p["label"] in spec.get("breaks", [])]
    last_break = breaks[-1]["start"] if breaks else ""
    same = [(p, r) for p, r in periods if p["start"] >= last_break]
    trends = {}
    for gap in ("absolute", "relative"):
        series = [(p, r["_" + gap]) for p, r in same if r.get("_" + gap)]
        trends[gap] = trend_of(series)
    paces = [pace_of(target, trends[target[0]]) for target in spec.get("targets", [])]
    unknown.update(trends=trends, paces=paces)
    if spec.get("baseline"):
        earlier = [(p, r) for p, r in periods if p["label"] == spec["baseline"]]
    else:
        earlier = [(p, r) for p, r in periods if p["end"] < current["start"]]
    if not earlier:
        return unknown
    baseline, then = earlier[-1]
    if overlap(baseline, current) or baseline["start"] < last_break or now["absolute"] is None or then["absolute"] is None:
        return unknown

    changes = {"absolute": change_of(now["_absolute"], then["_absolute"])}
    both = now["relative"] is not None and then["relative"] is not None
    changes["relative"] = change_of(now["_relative"], then["_relative"]) if both else None

    def level(overall):
        return ("difference", overall["value"], None if overall["_V"] is None else math.sqrt(overall["_V"]))

    changes["overall"] = change_of(level(now["overall"]), level(then["overall"]))
    for side in ("disadvantaged", "advantaged"):
        if now["ends"] and then["ends"]:
            changes[side + "End"] = change_of(*(("difference", *r["ends"][side]) for r in (now, then)))
        else:
            changes[side + "End"] = None
    out = {"change": {"baseline": baseline["label"], "current": current["label"], **changes}, "trends": trends, "paces": paces}
    if changes["absolute"]["p"] is None:
        out["verdict"] = unknown["verdict"]
        return out
    ways = {-1: "narrower", 1: "wider", 0: "cannot-tell"}
    moves = {gap: "not-compared" if changes[gap] is None else ways[clear_sign(changes[gap])] for gap in ("absolute", "relative")}
    good = 1 if spec["better"] == "higher" else -1
    overall = {0: "cannot-tell", good: "improving", -good: "worsening"}[clear_sign(changes["overall"])]
    levelling = False
    if "narrower" in moves.values() and changes["advantagedEnd"] is not None:
        levelling = clear_sign(changes["advantagedEnd"]) == -good and clear_sign(changes["disadvantagedEnd"]) != good
    found, temperature = verdict_of(**moves)
    out["verdict"] = {"id": found, "temperature": temperature, **moves, "overall": overall, "basis": "since-baseline",
                      "levellingDown": levelling}
    return out


# ---------------------------------------------------------------- reading

def table(path, encoding="utf-8", delimiter=",", quote='"', skip=0):
    text = path.read_bytes().decode(encoding).lstrip("\ufeff")
    for _ in range(skip):
        text = text.split("\n", 1)[1]
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, quotechar=quote))


def sheet(path, part, header_row, last_row):
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(path) as book:
        strings = [s.findtext("m:t", namespaces=space) for s in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", space)]
        rows = ElementTree.fromstring(book.read(part)).findall(".//m:row", space)
    cells = {}
    for row in rows:
        for c in row.findall("m:c", space):
            value = c.findtext("m:v", namespaces=space)
            cells[int(row.get("r")), c.get("r")[0]] = strings[int(value)] if c.get("t") == "s" else value
    header = {column: name for (r, column), name in cells.items() if r == header_row}
    return [{name: cells.get((r, column)) for column, name in header.items()} for r in range(header_row + 1, last_row + 1)]


def number(cell):
    return None if cell in ("*", "-") else float(cell)


def calendar(first, last=None):
    last = last or first
    return {"label": str(first) if first == last else f"{first} to {last}", "start": f"{first}-01-01", "end": f"{last}-12-31"}


def split_year(first, start, end, last=None):
    name = lambda year: f"{year}-{(year + 1) % 100:02d}"
    last = last or first
    label = name(first) if first == last else f"{name(first)} to {name(last)}"
    return {"label": label, "start": f"{first}-{start}", "end": f"{last + 1}-{end}"}


def financial(first):
    return split_year(first, "04-01", "03-31")


def academic(first, last=None):
    return split_year(first, "09-01", "08-31", last)


AREAS = table(DATA / "areas" / "areas.csv", "cp1252", ";")
POPULATION = {a["code"]: int(a["population"]) for a in AREAS}


def equal_population(k):
    order = sorted(AREAS, key=lambda a: (-float(a["score"]), a["code"]))
    total, before, out = sum(POPULATION.values()), 0, {}
    # Areas of one score go by the middle of them all; in the first edition each went by its own.
    block = (lambda a: a["code"]) if EDITION == 1 else (lambda a: float(a["score"]))
    for _, together in itertools.groupby(order, key=block):
        codes = [a["code"] for a in together]
        n = sum(POPULATION[code] for code in codes)
        # 1 + floor(k m) in whole numbers: m = (before + n / 2) / total
        out.update({code: 1 + k * (2 * before + n) // (2 * total) for code in codes})
        before += n
    return out


def equal_count(k):
    """OHID's rule: ranked from the least deprived, rank * k / n rounded up, counted from the other end: 1 = lowest income."""
    values = [float(a["income"]) for a in AREAS]
    n, out = len(AREAS), {}
    for a in AREAS:
        rank = 1 + sum(v < float(a["income"]) for v in values)
        out[a["code"]] = (k + 1) - -(-((n + 1 - rank) * k) // n)
    return out


QUARTER = {c: ["first", "second", "third", "fourth"][q - 1] for c, q in equal_population(4).items()}
FIFTH = {c: f"q{q}" for c, q in equal_count(5).items()}
NATION = {a["code"]: f"n{a['national_fifth']}" for a in AREAS}
SELF = {c: c for c in POPULATION}

BANDS = ["lowest", "lower", "higher", "highest"]
ETHNIC = {"Asian": "asian", "Black": "black", "Mixed": "mixed", "White": "white", "Other": "other"}
SEX = {"Male": "male", "M": "male", "Men": "male", "Boys": "male", "Female": "female", "F": "female", "Women": "female", "Girls": "female"}

DIMENSIONS = {
    "local-quarter": {"type": "ordered", "groups": ["first", "second", "third", "fourth"]},
    "local-fifth": {"type": "ordered", "groups": [f"q{n}" for n in range(1, 6)]},
    "national-fifth": {"type": "ordered", "ranking": "national", "groups": [f"n{n}" for n in range(1, 6)]},
    "area": {"type": "unordered", "groups": sorted(POPULATION)},
    "income-band": {"type": "ordered", "groups": BANDS},
    "national-sixth": {"type": "ordered", "ranking": "national", "groups": [f"s{n}" for n in range(1, 7)]},
    "sex": {"type": "pair", "groups": ["male", "female"]},
    "ethnic-group": {"type": "unordered", "groups": list(ETHNIC.values())},
}


def counted(kind, rows, per):
    """rows: (period, group or None, events, size); a blank count makes its whole group missing."""
    periods = {}
    for period, group, x, n in rows:
        periods.setdefault(period["label"], (period, {}))[1].setdefault(group, []).append((x, n))
    estimate = proportion if kind == "proportion" else rate
    out = []
    for period, groups in periods.values():
        sizes = {i: sum(n for _, n in cells) for i, cells in groups.items()}
        found = {i: None if any(x is None for x, _ in cells) else estimate(sum(int(x) for x, _ in cells), sizes[i], per)
                 for i, cells in groups.items() if i is not None}
        unrecorded = sizes.get(None)
        out.append((period, {
            "groups": found, "sizes": {i: n for i, n in sizes.items() if i is not None},
            "unrecorded": None if unrecorded is None else {"share": unrecorded / sum(sizes.values()), "count": unrecorded},
        }))
    return out


def by_period(rows):
    """rows: (period, group, estimate, size); group "everyone" is the published overall, None the unrecorded."""
    periods = {}
    for period, group, estimate, size in rows:
        data = periods.setdefault(period["label"], (period, {"groups": {}, "sizes": {}, "everyone": None}))[1]
        if group == "everyone":
            data["everyone"] = estimate
        elif group is None:
            data["stray"] = data.get("stray", 0) + size
        else:
            data["groups"][group] = estimate
            if size is not None:
                data["sizes"][group] = size
    for _, data in periods.values():
        if "stray" in data:
            total = data["stray"] + sum(data["sizes"].values())
            data["unrecorded"] = {"share": data["stray"] / total, "count": data["stray"]}
    return sorted(periods.values(), key=lambda one: (one[0]["start"], one[0]["end"]))


def by_age(rows, ages, estimate):
    """rows: (period, group, part, age, events, people), a part being an area of the group, or the group itself. A group
    has an estimate where each of its parts has a row for each age."""
    cells, parts = {}, {}
    for period, group, part, age, x, n in rows:
        cells.setdefault((period["label"], group), (period, {}))[1].setdefault(age, {})[part] = (x, n)
        parts.setdefault(group, set()).add(part)
    out, whole = [], {}
    for (label, group), (period, found) in cells.items():
        total = sum(n for by_part in found.values() for _, n in by_part.values())
        e = None
        if all(found.get(age, {}).keys() == parts[group] for age in ages):
            added = [(sum(x for x, _ in found[age].values()), sum(n for _, n in found[age].values())) for age in ages]
            e = estimate(added)
            if group not in ("everyone", None):
                whole.setdefault(label, []).append((added, e is not None))
        out.append((period, group, e, total))
    periods = by_period(out)
    for period, data in periods:
        groups = whole[period["label"]]
        together = [tuple(map(sum, zip(*column))) for column in zip(*(added for added, _ in groups))]
        data["pooled"] = (estimate(together), all(has for _, has in groups))
    return periods


AGES = [f"{5 * n}-{5 * n + 4}" for n in range(18)] + ["90+"]


def mortality():
    rows = [(calendar(int(r["year"])), r["band"], r["band"], r["age"], int(r["deaths"]), int(r["population"]))
            for r in table(DATA / "mortality" / "mortality.csv")]
    return by_age(rows, AGES, lambda cells: standardised(cells, ESP_2013, 1e5))


def stays(groups):
    standard = {r["age"]: float(r["people"]) for r in table(DATA / "standard" / "standard.csv") if r["name"] == "ours"}
    rows = [(calendar(int(r["year"])), groups[r["area"]], r["area"], r["age"], int(r["stays"]), int(r["residents"]))
            for r in table(DATA / "stays" / "stays.csv")]
    return by_age(rows, list(standard), lambda cells: standardised(cells, list(standard.values()), 1000))


def longevity(by, names, at, everyone=True):
    rows = []
    for r in table(DATA / "longevity" / "longevity.csv"):
        if r["by"] == by or everyone and r["by"] == "all":
            group = "everyone" if r["by"] == "all" else names.get(r["group"])
            rows.append((calendar(int(r["first"]), int(r["last"])), group, group, int(r["age"]), int(r["deaths"]), int(r["person_years"])))
    return by_age(rows, TABLE_AGES, lambda cells: life_years(cells, at))


def claims(groups):
    codes = {c["old_code"]: c["area_code"] for c in table(DATA / "codes" / "codes.csv")}
    rows = table(DATA / "claims" / "claims.csv", quote="'", skip=2)
    return counted("proportion", [(calendar(int(r["year"])), groups[codes[r["old_code"]]], number(r["claims"]), POPULATION[codes[r["old_code"]]])
                                  for r in rows if int(r["year"]) <= YEAR], 100)


def homes():
    rows = table(DATA / "homes" / "homes.csv")
    out = counted("proportion", [(financial(int(r["year"][:4])), FIFTH[r["area"]], number(r["good_repair"]), int(r["homes"])) for r in rows], 100)
    out.sort(key=lambda one: one[0]["start"])
    # A fifth that lacks the row of one of its areas has no figure: never silently the rest of them.
    for period, data in out:
        here = {r["area"] for r in rows if financial(int(r["year"][:4])) == period}
        for lost in POPULATION.keys() - here:
            data["groups"][FIFTH[lost]] = None
    return out


def falls():
    rows = sheet(DATA / "falls" / "falls.xlsx", "xl/worksheets/sheet2.xml", 4, 16)
    return counted("rate", [(calendar(year), NATION[r["Area"]], number(r[str(year)]), POPULATION[r["Area"]])
                            for year in range(2015, 2019) for r in rows], 1000)


WAVES = {"spring 2022": {"label": "Spring 2022", "start": "2022-03-01", "end": "2022-05-31"},
         "autumn 2023": {"label": "Autumn 2023", "start": "2023-09-01", "end": "2023-11-30"}}


def wellbeing(column, names):
    values = {}
    for r in table(SOURCE / "survey.csv"):
        values.setdefault((r["wave"], names.get(r[column])), []).append(float(r["score"]))
    return by_period([(WAVES[w], g, mean_of_values(v) if g else None, len(v)) for (w, g), v in values.items()])


def care(column, names):
    parts = {}
    for r in table(SOURCE / "panel.csv"):
        key = (int(r["year"]) - 1, names[r[column]])
        parts.setdefault(key, []).append({"mean": float(r["mean"]), "sd": float(r["sd"]), "n": int(r["n"])})
    return by_period([(academic(year), g, mean_of_parts(v), sum(p["n"] for p in v)) for (year, g), v in parts.items()])


def exclusions():
    return counted("proportion", [(academic(int(r["school_year"][:4])), ETHNIC.get(r["group"]), number(r["excluded"]), int(r["pupils"]))
                                  for r in table(DATA / "exclusions" / "exclusions.csv", delimiter="|")], 100)


def meals():
    return counted("proportion", [(academic(int(r["year"]) - 1), r["band"], number(r["meals"]), int(r["pupils"]))
                                  for r in table(DATA / "meals" / "meals.csv")], 100)


def deaths():
    rows = []
    for r in table(DATA / "deaths" / "deaths.csv"):
        figures = {"value": float(r["rate"]), "lower": float(r["lower"]), "upper": float(r["upper"]), "events": int(r["events"]), "n": int(r["population"])}
        rows.append((calendar(int(r["year"])), SEX.get(r["sex"], "everyone"), published(figures, "log", 1e5), figures["n"]))
    return by_period(rows)


def obesity(by, names):
    rows = []
    for r in table(DATA / "obesity" / "obesity.csv"):
        if r["by"] not in (by, "all"):
            continue
        e = published({k: number(r[k]) for k in ("value", "lower", "upper")}, "logit", 100)
        group = "everyone" if r["by"] == "all" else names.get(r["group"])
        # the size that the interval implies, y(1 - y) / s^2
        size = e and (e["value"] / 100) * (1 - e["value"] / 100) / (e["V"] / 1e4)
        rows.append((academic(int(r["first"]), int(r["last"])), group, e, size))
    return by_period(rows)


def life():
    return by_period([(calendar(int(r["first"]), int(r["last"])), r["band"],
                       published({**{k: float(r[c]) for k, c in (("value", "years"), ("lower", "lower"), ("upper", "upper"))}, "n": int(r["people"])}, "identity", 1, 0.998),
                       int(r["people"])) for r in table(DATA / "life" / "life.csv")])


def satisfaction():
    period = {"label": "April 2022", "start": "2022-04-01", "end": "2022-04-30"}
    return by_period([(period, "s" + r["band"], published({"value": float(r["index"]), "se": float(r["se"]), "weight": int(r["answers"])}, "log", 1),
                       int(r["answers"])) for r in table(DATA / "satisfaction" / "satisfaction.csv")])


def scores(by, names):
    return by_period([(academic(int(r["period"]) - 1), "everyone" if r["table"] == "all" else names[r["group"]],
                       published({"value": number(r["value"])}, "identity", 1), None)
                      for r in table(DATA / "scores" / "scores.csv", "utf-16-le", "\t") if r["table"] in (by, "all")])


def smoking():
    surveys = {"1": {"label": "First survey", "start": "2014-02-01", "end": "2014-02-28"},
               "2": {"label": "Second survey", "start": "2023-02-01", "end": "2023-02-28"}}
    return counted("proportion", [(surveys[r["survey"]], SEX[r["sex"]], number(r["smokers"]), int(r["asked"]))
                                  for r in table(DATA / "smoking" / "smoking.csv")], 100)


def visits():
    return counted("rate", [(calendar(int(r["year"])), SEX[r["sex"]], number(r["visits"]), int(r["person_years"]))
                            for r in table(DATA / "visits" / "visits.csv")], 10000)


def spec(kind, scale, per, better, **more):
    return {"kind": kind, "scale": scale, "per": per, "better": better, **more}


NAMED = {name: name for name in BANDS}
CLAIMS = spec("proportion", "logit", 100, "lower", baseline="2019")
LONGEVITY = spec("life-expectancy", "identity", 1, "higher", baseline="2015 to 2017")
STAYS = spec("dsr", "log", 1000, "lower", baseline="2019")
QUARTER_TARGETS = [("absolute", 0), ("relative", 1), ("absolute", 3)]
SERIES = [
    ("care", "income-band", spec("mean", "identity", 1, "lower", baseline="2020-21"), care("band", NAMED)),
    ("care", "sex", spec("mean", "identity", 1, "lower", baseline="2020-21", turned=True), care("sex", SEX)),
    ("claims", "local-quarter", {**CLAIMS, "targets": QUARTER_TARGETS}, claims(QUARTER)),
    ("claims", "area", CLAIMS, claims(SELF)),
    ("deaths", "sex", spec("dsr-as-published", "log", 1e5, "lower", baseline="2018", targets=[("relative", 1.5)]), deaths()),
    ("exclusions", "ethnic-group", spec("proportion", "logit", 100, "lower", baseline="2019-20"), exclusions()),
    ("falls", "national-fifth", spec("rate", "log", 1000, "lower", breaks=["2016"]), falls()),
    ("homes", "local-fifth", spec("proportion", "logit", 100, "higher", baseline="2016-17"), homes()),
    ("life", "income-band", spec("published", "identity", 1, "higher", baseline="2010 to 2011", targets=[("absolute", 0), ("absolute", 12)]), life()),
    ("longevity", "sex", LONGEVITY, longevity("sex", SEX, 0)),
    ("longevity", "ethnic-group", LONGEVITY, longevity("group", ETHNIC, 0)),
    ("longevity-65", "sex", LONGEVITY, longevity("sex", SEX, 65, everyone=False)),
    ("meals", "income-band", spec("proportion", "logit", 100, "lower"), meals()),
    ("mortality", "income-band", spec("dsr", "log", 1e5, "lower", baseline="2018"), mortality()),
    ("obesity", "income-band", spec("published", "logit", 100, "lower"), obesity("band", NAMED)),
    ("obesity", "ethnic-group", spec("published", "logit", 100, "lower"), obesity("group", ETHNIC)),
    ("satisfaction", "national-sixth", spec("published", "log", 1, "higher"), satisfaction()),
    ("scores", "ethnic-group", spec("published", "identity", 1, "higher", baseline="2017-18"), scores("group", ETHNIC)),
    ("scores", "sex", spec("published", "identity", 1, "higher", baseline="2017-18"), scores("sex", SEX)),
    ("smoking", "sex", spec("proportion", "logit", 100, "lower"), smoking()),
    ("stays", "local-quarter", STAYS, stays(QUARTER)),
    ("stays", "area", STAYS, stays(SELF)),
    ("visits", "sex", spec("rate", "log", 10000, "lower", breaks=["2021"]), visits()),
    ("wellbeing", "ethnic-group", spec("mean", "identity", 1, "higher"), wellbeing("group", ETHNIC)),
    ("wellbeing", "sex", spec("mean", "identity", 1, "higher"), wellbeing("sex", SEX)),
]


# ---------------------------------------------------------------- laying it out as results.json does

def public(value):
    """Without what only the oracle needs."""
    if isinstance(value, dict):
        return {k: public(v) for k, v in value.items() if not k.startswith("_")}
    if isinstance(value, list):
        return [public(v) for v in value]
    return value


def main():
    judged, dimensions = [], {}
    for indicator, dimension, how, data in SERIES:
        rounded(how, data)
        periods = [(period, period_result(how, DIMENSIONS[dimension], figures)) for period, figures in data]
        periods = [(period, r) for period, r in periods if r["_here"]]
        judged.append((indicator, dimension, periods, judge(how, periods)))
    family = [change for *_, verdict in judged if verdict["change"]
              for change in (verdict["change"]["absolute"], verdict["change"]["relative"]) if change and change["p"] is not None]
    for change, adjusted in zip(family, benjamini_hochberg([c["p"] for c in family])):
        change["adjustedP"] = adjusted
    for indicator, dimension, periods, verdict in judged:
        laid = []
        for period, r in periods:
            for group, place in r.pop("places", {}).items():
                r["groups"][group].update(place)
            r.pop("ends")
            laid.append({"period": period, **r})
        dimensions[f"{indicator}/{dimension}"] = {"periods": laid, **(verdict if EDITION == 1 else {})}
    document = {
        "source": "scripts/oracle/sampleton.py, an implementation of the method in Python's standard library that shares no code with src/",
        "tolerance": "1e-9 relative, 1e-12 absolute near 0",
        **({"headlineTests": len(family)} if EDITION == 1 else {}),
        "quantiles": {"local-quarter": QUARTER, "local-fifth": FIFTH, "national-fifth": NATION},
        "series": dimensions,
    }
    sys.stdout.write(laid_out(public(document)) + "\n")


def laid_out(value, depth=0):
    """JSON with a line of its own for every block down to the parts of a period, so that a difference can be read."""
    if depth == 5 or not isinstance(value, (dict, list)) or not value:
        return json.dumps(value, ensure_ascii=False)
    space = "\n" + " " * (depth + 1)
    if isinstance(value, list):
        return f"[{space}{(',' + space).join(laid_out(v, depth + 1) for v in value)}\n{' ' * depth}]"
    return f"{{{space}{(',' + space).join(f'{json.dumps(k)}: {laid_out(v, depth + 1)}' for k, v in value.items())}\n{' ' * depth}}}"


if __name__ == "__main__":
    main()

"""Makes the source files of tests/golden/sampleton: made-up figures, the same on every run.

Run from anywhere: python3 scripts/oracle/sampleton-data.py && npx tsx scripts/oracle/sampleton-binaries.ts
The Parquet and Arrow files are made by the second script from the plain CSV that this one leaves in
tests/golden/sampleton-source, which is also what the oracle reads for them.
"""

import random
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

GOLDEN = Path(__file__).resolve().parents[2] / "tests" / "golden"
DATA = GOLDEN / "sampleton" / "data-raw"
SOURCE = GOLDEN / "sampleton-source"
draw = random.Random(20260101)


def put(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def text(rows, delimiter=","):
    return "".join(delimiter.join(str(cell) for cell in row) + "\n" for row in rows)


# code, name, score, income, population, national fifth, tile column, tile row, remark
AREAS = [
    ("S01", "Café Row", 58.4, 310.5, 2450, 1, 1, 1, "north\nof the river"),
    ("S02", "Müllerfeld", 51.0, 322.0, 1830, 1, 2, 1, ""),
    ("S03", "Señor’s Hill", 38.5, 341.2, 3120, 1, 3, 1, "first; of two equal scores"),
    ("S04", "Østerbrück", 38.5, 341.2, 940, 2, 4, 1, 'called "the Bridge"'),
    ("S05", "Quay & Lock", 36.1, 338.0, 2210, 2, 1, 2, ""),
    ("S06", "Àlmond Park", 30.7, 360.4, 1575, 2, 2, 2, ""),
    ("S07", "Crèche Lane", 27.9, 371.9, 2890, 3, 3, 2, ""),
    ("S08", "Old Town – East", 22.3, 371.9, 1340, 3, 4, 2, "two\r\nlines"),
    ("S09", "Saint-Zoë", 15.8, 402.6, 2675, 3, 1, 3, ""),
    ("S10", "Piñata Fields", 12.2, 398.8, 1990, 5, 2, 3, ""),
    ("S11", "Façade End", 7.4, 447.0, 3380, 5, 3, 3, ""),
    ("S12", "Gîte Common", 18.0, 385.1, 760, 4, 4, 3, "no falls recorded here"),
]


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"'


def areas():
    header = "code;name;score;income;population;national_fifth;tile_column;tile_row;remark\r\n"
    rows = "".join(
        ";".join([c, quoted(n), str(s), str(i), str(p), str(q), str(x), str(y), quoted(r)]) + "\r\n"
        for c, n, s, i, p, q, x, y, r in AREAS
    )
    put(DATA / "areas" / "areas.csv", (header + rows).encode("cp1252"))
    codes = [("old_code", "area_code"), *((f"0{7 * n}ZZ", a[0]) for n, a in enumerate(AREAS, 1))]
    put(DATA / "codes" / "codes.csv", text(codes).encode())


def claims():
    """Shares that fall towards each other year by year; 2025 lies after the reporting year. Quote character '."""
    lines = ["Claims by neighbourhood, old codes\n", "'Made up, for tests'\n", "old_code,name,year,claims\n"]
    scores = [a[2] for a in AREAS]
    for year in range(2019, 2026):
        t = year - 2019
        for n, area in enumerate(AREAS, 1):
            position = (area[2] - min(scores)) / (max(scores) - min(scores))
            share = 0.034 - 0.0015 * t + position * (0.075 - 0.0095 * t) + draw.gauss(0, 0.0015)
            lines.append(f"0{7 * n}ZZ,'{area[1]}, Sampleton',{year},{round(share * area[4])}\n")
    put(DATA / "claims" / "claims.csv", "".join(lines).encode())


def homes():
    """Homes in good repair: the better-off end falls, the worse-off end stays. One area has no row in 2018/19."""
    rows = [("area", "year", "good_repair", "homes")]
    incomes = [a[3] for a in AREAS]
    for year, top in (("2016/17", 0.93), ("2021/22", 0.76)):
        for area in AREAS:
            homes = round(area[4] / 2.3)
            position = (area[3] - min(incomes)) / (max(incomes) - min(incomes))
            share = min(0.985, 0.58 + position * (top - 0.58) + draw.gauss(0, 0.012))
            rows.append((area[0], year, round(share * homes), homes))
            if year == "2016/17" and area[0] != "S12":
                rows.append((area[0], "2018/19", round(share * homes) - 7, homes))
    put(DATA / "homes" / "homes.csv", text(rows).encode())


FALLS = {
    "S01": (31, 28, 30, 26), "S02": (22, 19, 17, 18), "S03": (29, 33, 27, 24), "S04": (5, 4, 6, 3),
    "S05": (9, 12, 8, 7), "S06": (6, 5, 4, 5), "S07": (2, 4, 3, 5), "S08": (1, 0, 2, 1), "S09": (3, 2, 4, 3),
    "S10": (0, 1, 0, 0), "S11": (2, 0, 0, 0), "S12": ("-", "-", "-", "-"),
}


def falls():
    """A workbook with a cover sheet, notes before the header and after the table, and a column for each year."""
    cover = [["Falls in Sampleton"], [], ["Made up for tests"]]
    table = [
        ["Falls by neighbourhood"],
        [],
        ["Source: made up", None, "counts of falls"],
        ["Area", "Name", 2015, 2016, 2017, 2018],
        *([code, name, *FALLS[code]] for code, name, *_ in AREAS),
        [],
        ["- means not available", None, None],
        ["Total", None, *(sum(v[n] for v in FALLS.values() if v[n] != "-") for n in range(4))],
    ]
    strings = []

    def cell(value, row, column):
        at = f"{chr(65 + column)}{row}"
        if value is None:
            return ""
        if isinstance(value, str):
            if value not in strings:
                strings.append(value)
            return f'<c r="{at}" t="s"><v>{strings.index(value)}</v></c>'
        return f'<c r="{at}"><v>{value}</v></c>'

    def sheet(rows):
        body = "".join(
            f'<row r="{r}">{"".join(cell(v, r, c) for c, v in enumerate(row))}</row>' for r, row in enumerate(rows, 1) if row
        )
        return f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'

    XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    PACKAGE = "http://schemas.openxmlformats.org/package/2006"
    TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {"xl/worksheets/sheet1.xml": sheet(cover), "xl/worksheets/sheet2.xml": sheet(table)}
    shared = "".join(f"<si><t>{escape(s)}</t></si>" for s in strings)
    parts |= {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>'
        '<sheet name="Cover" sheetId="1" r:id="rId1"/><sheet name="Table 1" sheetId="2" r:id="rId2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{DOC}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{DOC}/worksheet" Target="worksheets/sheet2.xml"/>'
        f'<Relationship Id="rId3" Type="{DOC}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{MAIN}" count="{len(strings)}" uniqueCount="{len(strings)}">{shared}</sst>',
    }
    path = DATA / "falls" / "falls.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as book:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(entry, parts[name])


def survey():
    """One answer a row. "Other" has a single answer in autumn; two kinds of rows belong to no group."""
    rows = [("id", "wave", "group", "sex", "score")]
    means = {"Asian": 6.1, "Black": 5.2, "Mixed": 6.8, "White": 7.4, "Other": 6.0, "Not stated": 6.5, "Visitor": 8.0}
    for wave, shift, other in (("spring 2022", 0.0, 3), ("autumn 2023", 0.4, 1)):
        sizes = {"Asian": 8, "Black": 7, "Mixed": 4, "White": 14, "Other": other, "Not stated": 3, "Visitor": 2}
        for group, size in sizes.items():
            for n in range(size):
                rows.append((len(rows), wave, group, "FM"[n % 2], round(means[group] + shift + draw.gauss(0, 1.1), 1)))
    put(SOURCE / "survey.csv", text(rows).encode())


def panel():
    """Hours of unpaid care: mean, spread and size of each band, sex and year."""
    rows = [("year", "band", "sex", "collected", "mean", "sd", "n")]
    base = {"lowest": 14.2, "lower": 11.9, "higher": 9.8, "highest": 6.1}
    for year, factor in ((2021, 1.0), (2022, 1.02), (2024, 1.28)):
        for b, (band, hours) in enumerate(base.items()):
            for sex, extra in (("Women", 1.4), ("Men", -1.1)):
                mean = round(hours * (factor if b < 2 else 1.0) + extra + draw.gauss(0, 0.2), 3)
                rows.append((year, band, sex, f"{year}-05-0{b + 1}", mean, round(4.1 + draw.random(), 3), 38 + 9 * b + (sex == "Men")))
    put(SOURCE / "panel.csv", text(rows).encode())


def exclusions():
    """Delimiter |. White is missing in 2020-21, which leaves less than 85 % of the pupils; Other, small, in 2019-20."""
    rows = [("school_year", "group", "excluded", "pupils")]
    figures = {
        "2019-20": {"Asian": (14, 1210), "Black": (61, 905), "Mixed": (33, 640), "White": (102, 3890), "Other": ("*", 205), "Unknown": (9, 180), "Boarders": (2, 40)},
        "2020-21": {"Asian": (9, 1250), "Black": (40, 930), "Mixed": (21, 655), "White": ("-", 3800), "Other": (3, 230), "Unknown": (5, 150), "Boarders": (1, 45)},
        "2021-22": {"Asian": (0, 1275), "Black": (31, 955), "Mixed": (24, 690), "White": (88, 3815), "Other": (8, 260), "Unknown": (4, 120), "Boarders": (0, 50)},
    }
    for year, groups in figures.items():
        rows += [(year, group, *cells) for group, cells in groups.items()]
    put(DATA / "exclusions" / "exclusions.csv", text(rows, "|").encode())


def meals():
    """Everyone in the lowest band, no one in the highest: both ends are off the working scale."""
    rows = [("year", "band", "meals", "pupils")]
    for year, counts in ((2018, ((150, 150), (92, 210), (31, 240), (0, 180))), (2023, ((158, 158), (120, 220), (52, 236), (3, 190)))):
        rows += [(year, band, *c) for band, c in zip(("lowest", "lower", "higher", "highest"), counts)]
    put(DATA / "meals" / "meals.csv", text(rows).encode())


def deaths():
    """Age-standardised rates as published; eight events in 2019, with a rate that must not be shown."""
    rows = [("year", "sex", "events", "population", "rate", "lower", "upper")]
    events = {2017: (44, 25), 2018: (47, 22), 2019: (41, 8), 2020: (52, 24), 2021: (58, 23)}
    for year, (men, women) in events.items():
        for sex, count, population in (("Male", men, 12450), ("Female", women, 12710), ("Persons", men + women, 25160)):
            rate = count / population * 1e5 * (1.07 if sex == "Male" else 0.96 if sex == "Female" else 1.01)
            spread = 1.96 / count**0.5
            rows.append((year, sex, count, population, f"{rate:.1f}", f"{rate * (1 - 0.93 * spread):.1f}", f"{rate * (1 + 1.06 * spread):.1f}"))
    put(DATA / "deaths" / "deaths.csv", text(rows).encode())


def obesity():
    """Three-year periods that overlap, with intervals and without sizes; one band is suppressed in the middle one."""
    rows = [("first", "last", "by", "group", "value", "lower", "upper")]
    shares = {
        "all": {"Everyone": (22.1, 9000)},
        "band": {"lowest": (28.4, 2400), "lower": (24.5, 2300), "higher": (19.9, 2200), "highest": (14.2, 2100)},
        "group": {"Asian": (24.9, 1500), "Black": (29.8, 1100), "Mixed": (23.0, 700), "White": (19.4, 4800), "Other": (22.8, 500), "Unknown": (25.5, 400)},
    }
    for first, drift in ((2015, 0.0), (2016, 0.4), (2018, 1.1)):
        for by, groups in shares.items():
            for n, (group, (share, size)) in enumerate(groups.items()):
                if by == "band" and first == 2016 and group == "highest":
                    rows.append((first, first + 2, by, group, "*", "*", "*"))
                    continue
                y = share + drift * (1.5 - n if by != "all" else 1) + round(draw.gauss(0, 0.3), 2)
                p, z = y / 100, 1.959964
                middle, half = (p + z * z / 2 / size) / (1 + z * z / size), z / (1 + z * z / size) * (p * (1 - p) / size + z * z / 4 / size**2) ** 0.5
                rows.append((first, first + 2, by, group, f"{y:.2f}", f"{100 * (middle - half):.2f}", f"{100 * (middle + half):.2f}"))
    put(DATA / "obesity" / "obesity.csv", text(rows).encode())


def life():
    """Two-year periods that roll by one year; 99.8 % intervals; the gap widens. One value sits at its lower limit."""
    rows = [("first", "last", "band", "years", "lower", "upper", "people")]
    for first in range(2010, 2018):
        for n, band in enumerate(("lowest", "lower", "higher", "highest")):
            y = 76.5 + 1.6 * n + (first - 2010) * (0.02 + 0.11 * n) + draw.gauss(0, 0.08)
            rows.append((first, first + 1, band, f"{y:.2f}", f"{y - 0.74:.2f}", f"{y + 0.78:.2f}", 6000 + 350 * n - 15 * (first - 2010)))
    put(DATA / "life" / "life.csv", text(rows).encode())


def satisfaction():
    """Positions among all areas of the country; the fourth band has no row. Standard errors, sizes in a column of weights."""
    rows = [("band", "index", "se", "answers", "measure")]
    for band, index, se, answers in (("1", 0.92, 0.031, 410), ("2", 1.04, 0.027, 520), ("3", 1.01, 0.024, 610), ("5", 1.19, 0.022, 480), ("6", 1.31, 0.035, 150)):
        rows.append((band, index, se, answers, "satisfaction"))
    put(DATA / "satisfaction" / "satisfaction.csv", text(rows).encode())


def scores():
    """Points without sizes or intervals, and gaps as the publisher has them."""
    rows = [("table", "group", "period", "value")]
    for period, shift in (("2018", 0.0), ("2019", 0.6), ("2022", 1.3)):
        for group, value in (("Asian", 51.2), ("Black", 44.7), ("Mixed", 46.9), ("White", 49.8), ("Other", 47.5)):
            missing = group == "Other" and period == "2019"
            rows.append(("group", group, period, "-" if missing else round(value + shift * (1.2 if group == "Black" else 0.8), 1)))
        rows += [("sex", "Girls", period, round(50.6 + shift, 1)), ("sex", "Boys", period, round(45.3 + shift / 2, 1))]
        rows.append(("all", "Everyone", period, round(48.4 + shift, 1)))
        rows.append(("published gap", "Boys and girls", period, round(5.3 + shift / 2, 1)))
    put(DATA / "scores" / "scores.csv", ("\ufeff" + text(rows, "\t")).encode("utf-16-le"))


def smoking():
    """The level falls so far that the difference narrows and the ratio widens."""
    rows = [("survey", "sex", "smokers", "asked"), (1, "M", 720, 1200), (1, "F", 480, 1200), (2, "M", 264, 1210), (2, "F", 120, 1190)]
    put(DATA / "smoking" / "smoking.csv", text(rows).encode())


def visits():
    """No visits at all on one side of a pair, and a break before the latest year."""
    rows = [("year", "sex", "visits", "person_years"), (2020, "M", 14, 5200), (2020, "F", 9, 5350), (2021, "M", 11, 5225), (2021, "F", 0, 5310)]
    put(DATA / "visits" / "visits.csv", text(rows).encode())


AGES = [f"{5 * n}-{5 * n + 4}" for n in range(18)] + ["90+"]
FIRST_AGES = [0, 1, *range(5, 91, 5)]


def mortality():
    """Deaths by five-year band. Eight deaths in the highest band in 2020; the lower band has no row for 85-89 in 2019."""
    rows = [("year", "band", "age", "deaths", "population")]
    for year in (2018, 2019, 2020, 2021):
        for b, band in enumerate(("lowest", "lower", "higher", "highest")):
            for n, age in enumerate(AGES):
                people = round((620 + 35 * b) * (1 if n < 12 else 1 - 0.125 * (n - 11)) + draw.gauss(0, 12))
                level = (1.9 - 0.3 * b) * (1 - 0.04 * (year - 2018) * (b < 2))
                deaths = max(0, round(people * level * 0.00018 * 1.082 ** (5 * n) + draw.gauss(0, 0.6)))
                if (year, band) == (2020, "highest"):
                    deaths = {4: 1, 12: 2, 15: 5}.get(n, 0)
                if (year, band, age) != (2019, "lower", "85-89"):
                    rows.append((year, band, age, deaths, people))
    put(DATA / "mortality" / "mortality.csv", text(rows).encode())


def stays():
    """Hospital stays of each neighbourhood by four bands of age, with a standard of their own; S03 lacks a band in 2020."""
    rows = [("year", "area", "age", "stays", "residents")]
    shares = {"under 20": 0.22, "20 to 44": 0.36, "45 to 64": 0.25, "65 and over": 0.17}
    for year in (2019, 2020, 2022):
        for code, _, score, _, people, *_ in AREAS:
            for n, (age, share) in enumerate(shares.items()):
                residents = round(people * share * (1 + 0.002 * (30 - score)))
                expected = residents * (0.0043, 0.0057, 0.0122, 0.0352)[n] * (0.62 + score / 48) * (1 if year < 2022 else 0.93)
                if (year, code, age) != (2020, "S03", "65 and over"):
                    rows.append((year, code, age, max(0, round(expected + draw.gauss(0, 0.8))), residents))
    put(DATA / "stays" / "stays.csv", text(rows).encode())
    standard = [("name", "age", "people"), ("ours", "65 and over", 19.5), ("ours", "under 20", 21.5), ("ours", "20 to 44", 31), ("ours", "45 to 64", 28)]
    put(DATA / "standard" / "standard.csv", text([*standard, ("other", "under 20", 40)]).encode())


def longevity():
    """Deaths and person-years by the bands of a life table. Groups of which no table can be made, each for a reason of its own."""
    rows = [("first", "last", "by", "group", "age", "deaths", "person_years")]
    for first in (2015, 2018, 2021):
        totals = {}
        sides = {"Male": (1.22, 1.0), "Female": (0.86, 1.03)}
        groups = {"Asian": (0.9, 0.35), "Black": (1.05, 0.028), "Mixed": (1.0, 0.1), "White": (1.04, 1.5), "Other": (1.0, 0.12), "Unknown": (1.0, 0.03)}
        for by, all_groups in (("sex", sides), ("group", groups)):
            for group, (level, size) in all_groups.items():
                for n, age in enumerate(FIRST_AGES):
                    width = (1, 4)[n] if n < 2 else 5
                    people = round(size * 900 * width * min(1, 1.75 - age / 62) * (1 if age < 90 else 0.9) * (1 + draw.gauss(0, 0.01)))
                    rate = 0.0042 if age == 0 else 0.00017 if age == 1 else 0.00006 * 1.094**age
                    better = 1 - 0.03 * (first - 2015) / 3 * (group in ("Female", "Asian"))
                    deaths = max(0, round(people * min(0.3, rate) * level * better + draw.gauss(0, 0.4)))
                    if group == "Mixed" and age == 90:
                        deaths = 0
                    elif group == "Other" and age == 85:
                        deaths = people + 1 if first < 2021 else deaths
                    elif age == 90:
                        deaths = max(2, deaths)
                    rows.append((first, first + 2, by, group, age, deaths, people))
                    if by == "sex":
                        x, n0 = totals.get(age, (0, 0))
                        totals[age] = (x + deaths, n0 + people)
        rows += [(first, first + 2, "all", "Persons", age, *cells) for age, cells in totals.items()]
    put(DATA / "longevity" / "longevity.csv", text(rows).encode())


for make in (areas, claims, homes, falls, survey, panel, exclusions, meals, deaths, obesity, life, satisfaction, scores, smoking, visits, mortality, stays, longevity):
    make()

"""The method of tempcheck from Python: one file, the standard library alone (Python 3.8 and later).

    from tempcheck import estimate, judge, measure

    estimate({"rate": [{"count": 12, "personYears": 40000, "multiplier": 100000}]})["rate"][0]["value"]
    measure({"favourable": False, "ordered": True, "scale": 100, "kind": "proportion", "groups": [
        {"order": 1, "numerator": 30, "denominator": 200}, {"order": 2, "numerator": 25, "denominator": 210},
        {"order": 3, "numerator": 18, "denominator": 190}]})["measures"]["sii"]["oriented"]["value"]

Requests are dictionaries as `tempcheck estimate --help`, `measure --help` and `judge --help` show them, answers dictionaries
too: what cannot be computed has "reason" and "text". A request that is refused raises TempcheckError, whose `faults` say
where, what must hold, what was found and what to do. The command is ["npx", "tempcheck"], or what the environment variable
TEMPCHECK says, or the argument `command`.
"""

import json
import math
import os
import shlex
import subprocess

__all__ = ["Fault", "TempcheckError", "estimate", "judge", "measure"]


class Fault(dict):
    """One thing wrong with a request: "where" ("file" and "key", counted from 0), "must", "found" and "fix"."""

    def __str__(self):
        where = " ".join(str(self["where"][key]) for key in ("file", "key") if self.get("where", {}).get(key))
        return f"{where}: must be {self.get('must')}; found {self.get('found')}; {self.get('fix')}"


class TempcheckError(Exception):
    """The command refused, or could not be run. `code` is its exit code (None: it did not run), `faults` what is wrong."""

    def __init__(self, message, code=None, faults=()):
        super().__init__(message)
        self.code = code
        self.faults = list(faults)


def measure(request, level=None, command=None):
    """The measures of the groups of one scenario, or of {"scenarios": [...]}; `level` is that of the intervals."""
    return _call("measure", request, [] if level is None else ["--level", _text(level)], command)


def estimate(request, levels=(0.95,), command=None):
    """Values with their limits: a list for every kind of the request."""
    return _call("estimate", request, [part for level in levels for part in ("--level", _text(level))], command)


def judge(request, command=None):
    """Change, trend and verdict of series of gaps."""
    return _call("judge", request, [], command)


def _text(level):
    return repr(float(level))


def _command(command):
    if command is None:
        command = os.environ.get("TEMPCHECK") or ["npx", "tempcheck"]
    return shlex.split(command) if isinstance(command, str) else list(command)


def _plain(value):
    """Numbers of other libraries (numpy) as Python's own; what is no number (nan) as null."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _call(name, request, arguments, command):
    parts = _command(command) + [name, "--json"] + arguments
    try:
        text = json.dumps(_plain(request), allow_nan=False)
        ran = subprocess.run(parts, input=text, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        raise TempcheckError(f"{parts[0]} could not be started: {error.strerror}") from error
    if ran.returncode != 0:
        raise _refusal(ran)
    return json.loads(ran.stdout)


def _refusal(ran):
    events = []
    for line in ran.stderr.splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict):
            events.append(event)
    faults = [Fault(event) for event in events if event.get("event") == "fault"]
    told = [str(fault) for fault in faults] + [event["message"] for event in events if "message" in event]
    return TempcheckError("\n".join(told) or ran.stderr.strip() or f"ended with {ran.returncode}", ran.returncode, faults)

#!/usr/bin/env python3
"""Texts that are made to be slow, at doubling sizes: time must grow as the size does.

    python3 benchmarks/linear.py [build/release/kouan]

For each kind of text one record of 1, 2, 4 and 8 MB is checked; printed are nanoseconds of
processor time a byte, start-up taken off. Ends with 1 where the largest costs twice as much a byte
as the smallest, which more than the noise of a shared machine explains.
"""

import base64
import json
import os
import random
import resource
import subprocess
import sys
import tempfile

SIZES = [1 << 20, 2 << 20, 4 << 20, 8 << 20]
RATIO_MAX = 2.0


def junk(size):
    made = random.Random(1)
    return "".join(chr(made.randrange(0x20, 0x2FF)) for _ in range(size // 2))


KINDS = {
    "one digit": lambda n: "7" * n,
    "digits and slashes": lambda n: "1/" * (n // 2),
    "changing separators": lambda n: "1/2-" * (n // 4),
    "phones in a row": lambda n: "13800138000 " * (n // 12),
    "identity numbers, wrong by one": lambda n: "110101199003074611," * (n // 19),
    "Han numerals": lambda n: "一" * (n // 3),
    "Han numerals and blanks": lambda n: "一 " * (n // 4),
    "at signs": lambda n: "a@" * (n // 2),
    "colons": lambda n: "ab:" * (n // 3),
    "percent signs": lambda n: "%41" * (n // 3),
    "half a percent sign": lambda n: "%4" * (n // 2),
    "Base64 of Base64": lambda n: base64.b64encode(base64.b64encode(b"x" * (n // 2))).decode(),
    "lines of commas": lambda n: ",\n" * (n // 2),
    "opening brackets": lambda n: "[" * n,
    "quotes": lambda n: '{"a":' * (n // 5),
    "surnames": lambda n: "王" * (n // 3),
    "labels": lambda n: "姓名" * (n // 6),
    "characters at random": junk,
}


def seconds(program, text):
    """Processor seconds of one check."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "one.ndjson")
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ended = subprocess.run(
            [program, "check", path, "--no-discover", "--ciio", "no", "--threads", "1"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if ended.returncode not in (0, 1, 3):
        sys.exit(f"linear: the check ended with {ended.returncode}: {ended.stderr.decode()}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "build/release/kouan"
    start_up = min(seconds(program, "") for _ in range(3))
    print(f"{'ns a byte':32}" + "".join(f"{size >> 20:>7} MB" for size in SIZES))
    slower = []
    for name, make in KINDS.items():
        costs = []
        for size in SIZES:
            text = make(size)
            spent = min(seconds(program, text) for _ in range(2)) - start_up
            costs.append(max(spent, 0) / len(text.encode()) * 1e9)
        print(f"{name:32}" + "".join(f"{cost:10.2f}" for cost in costs))
        if costs[-1] > RATIO_MAX * costs[0] + 0.5:
            slower.append(name)
    if slower:
        sys.exit("linear: time grows faster than the text: " + ", ".join(slower))


main()

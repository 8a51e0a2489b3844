#!/usr/bin/env python3
"""Throughput of `kouan check` with every feature on, against what the machine can do at all.

The data are made once into build/bench, from a fixed seed, with as many persons as the generator
says: another count stops the run, for a wrong answer is never fast. Files are read once before they
are timed. The best of three interleaved runs counts; the floors are measured in the same run.

    bench.py [--mib 256] [--runs 3] [--sets retail,telemetry,corpus,clinical] [--variants]

Prints a table and writes build/bench/result.json.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "release"
DATA = ROOT / "build" / "bench"
KOUAN = BUILD / "kouan"
SAMPLES = BUILD / "samples" / "kouan_samples"
FLOORS = BUILD / "benchmarks" / "kouan_floors"

RECORD_BYTES = {"retail": 1724, "telemetry": 1105, "corpus": 4837, "clinical": 3002}
# The other ways in which the same records come.
VARIANTS = {
    "escaped": ("--escape-ascii",),
    "broken": ("--broken", "10"),
}
VERDICTS = (0, 1, 3)


def stop(message):
    sys.exit(f"bench: {message}")


def generate(name, records, path, extra=()):
    command = [SAMPLES, name, "--records", str(records), *extra]
    if not path.exists():
        part = path.with_suffix(".part")
        with open(part, "wb") as out:
            subprocess.run(command, stdout=out, check=True)
        part.rename(path)
    facts = subprocess.run([*command, "--facts"], capture_output=True, check=True)
    return json.loads(facts.stdout)


def warm(path):
    with open(path, "rb") as file:
        while file.read(1 << 24):
            pass


def floors(path, runs):
    out = subprocess.run([FLOORS, path, str(runs)], capture_output=True, check=True, text=True)
    lines = (line.split() for line in out.stdout.splitlines())
    # A walk that ends at a broken record saw nothing of the rest, and is no floor.
    return {name: float(speed) for name, speed, _, whole in lines if whole == "whole"}


def check(path, threads):
    """Seconds, CPU seconds and peak bytes of one run, and its report."""
    command = [KOUAN, "check", path, "--no-discover", "--ciio", "no", "--format", "json",
               "--threads", str(threads)]
    out = DATA / "report.json"
    with open(out, "wb") as to:
        begin = time.monotonic()
        child = subprocess.Popen(command, stdout=to, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - begin
    code = os.waitstatus_to_exitcode(status)
    child.returncode = code
    if code not in VERDICTS:
        stop(f"exit code {code}: {' '.join(map(str, command))}")
    report = json.loads(out.read_text())
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, report


def verify(name, facts, report):
    records = report["coverage"]["records"]
    if records != facts["records"]:
        stop(f"{name}: {records} records, and {facts['records']} were made")
    persons = report["persons"]
    if persons["exact"] and persons["total"] != facts["persons"]:
        stop(f"{name}: {persons['total']} persons, and {facts['persons']} were made")


def measure(name, path, facts, arguments):
    warm(path)
    best = {}
    for _ in range(arguments.runs):
        for threads in (1, 2):
            seconds, cpu, peak, report = check(path, threads)
            verify(name, facts, report)
            if threads not in best or seconds < best[threads]["seconds"]:
                best[threads] = {"seconds": seconds, "cpu_seconds": cpu, "peak_bytes": peak}
    size = path.stat().st_size
    row = {"set": name, "bytes": size, "records": facts["records"], "persons": facts["persons"],
           "floors_gb_per_second": floors(path, arguments.runs), "threads": best}
    for one in best.values():
        one["gb_per_second"] = size / one["seconds"] / 1e9
        one["records_per_second"] = facts["records"] / one["seconds"]
    return row


HEADER = (f"{'set':<18} {'threads':>7} {'GB/s':>7} {'records/s':>10} {'seconds':>8} {'MiB':>6}"
          f" {'/read':>7} {'/stage1':>8} {'/walk':>6}")


def ratio(speed, floor):
    return f"{speed / floor:.3f}" if floor else "-"


def show(row):
    floor = row["floors_gb_per_second"]
    for threads, one in row["threads"].items():
        speed = one["gb_per_second"]
        print(f"{row['set']:<18} {threads:>7} {speed:>7.3f} {one['records_per_second']:>10.0f}"
              f" {one['seconds']:>8.2f} {one['peak_bytes'] / 2**20:>6.0f}"
              f" {ratio(speed, floor.get('read')):>7} {ratio(speed, floor.get('stage1')):>8}"
              f" {ratio(speed, floor.get('on_demand')):>6}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mib", type=int, default=256, help="size of each set")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sets", default=",".join(RECORD_BYTES))
    parser.add_argument("--variants", action="store_true",
                        help="retail once more, ASCII-escaped and with 1 %% broken records")
    arguments = parser.parse_args()
    DATA.mkdir(parents=True, exist_ok=True)
    plan = [(name, name, ()) for name in arguments.sets.split(",")]
    if arguments.variants:
        plan += [("retail", f"retail-{kind}", extra) for kind, extra in VARIANTS.items()]
    rows = []
    print(HEADER)
    for made_of, name, extra in plan:
        records = arguments.mib * 2**20 // RECORD_BYTES[made_of]
        path = DATA / f"{name}-{arguments.mib}.ndjson"
        facts = generate(made_of, records, path, extra)
        rows.append(measure(name, path, facts, arguments))
        show(rows[-1])
    version = subprocess.run([KOUAN, "--version"], capture_output=True, text=True).stdout.strip()
    result = {"version": version, "mib": arguments.mib, "runs": arguments.runs, "sets": rows}
    (DATA / "result.json").write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()

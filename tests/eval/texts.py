"""Counts what `kouan inspect text -` met and missed: texts.py LABELLED ANSWERS, both a line a text.

Prints met, missed, false, recall and precision. An expectation is met by a hit of its concept, and
of its bytes where the value is known; a concept that must be absent is false where it is found.
Precision is met / (met + false): a set says of few places that nothing stands there."""

import json
import sys


def hits_of(text, answer):
    raw = text.encode()
    return [(hit["concept"], raw[hit["begin"] : hit["end"]].decode()) for hit in answer["hits"]]


def is_met(expected, hits):
    return any(
        concept == expected["concept"] and expected.get("value", value) == value
        for concept, value in hits
    )


def main():
    met = missed = wrong = 0
    with open(sys.argv[1], encoding="utf-8") as labelled, open(sys.argv[2], encoding="utf-8") as answers:
        for line, answer in zip(labelled, answers, strict=True):
            row = json.loads(line)
            hits = hits_of(row["text"], json.loads(answer))
            found = sum(is_met(expected, hits) for expected in row["expect"])
            met += found
            missed += len(row["expect"]) - found
            wrong += sum(any(concept == one for one, _ in hits) for concept in row.get("absent", []))
    recall = met / (met + missed) if met + missed else 0
    precision = met / (met + wrong) if met + wrong else 0
    print(met, missed, wrong, f"{recall:.3f}", f"{precision:.3f}")


main()

#!/bin/sh
# Scores the reading of field names on a labelled set: a TSV with the columns repo, path, table,
# column, type, comment, label (a concept or `none`). Prints precision, recall and F1 by table and
# name, and with the comment as well. A row without a concept is false if it is called one with more
# than `possible`. Without a set there is nothing to score, and that is said.
set -eu
cd "$(dirname "$0")/../.."
set_file=${1:-../shared/eval/columns-dev.tsv}
kouan=build/release/kouan
[ -f "$set_file" ] || { echo "eval: skipped, no labelled set at $set_file"; exit 0; }

score() { # $1: title, $2: awk program that makes the query of a row
  tail -n +2 "$set_file" | awk -F'\t' "$2" | "$kouan" inspect name - |
    sed 's/.*"certainty":"\([a-z]*\)","concept":\("[a-z_]*"\|null\).*/\1 \2/; s/"//g' >build/eval.read
  tail -n +2 "$set_file" | cut -f7 | paste -d' ' - build/eval.read | awk -v title="$1" '
    $1 == "none" { nones++; if ($2 == "likely" || $2 == "sure") { false_none++; called++ } next }
    { rows++; if ($3 != "null") called++; if ($3 == $1) right++ }
    END { p = called ? right / called : 0; r = rows ? right / rows : 0
          printf "%-16s precision %.3f  recall %.3f  F1 %.3f  none called personal %.1f %%\n",
                 title, p, r, p + r ? 2 * p * r / (p + r) : 0, nones ? 100 * false_none / nones : 0 }'
}
score 'table and name' '{ print $3 "." $4 }'
score 'with comment' '{ print $3 "." $4 "\t" $6 }'

#!/bin/sh
# Scores recognition on labelled sets, and fails below the levels of tests/eval/levels.
# Names: a TSV with the columns repo, path, table, column, type, comment, label (a concept or
# `none`); precision, recall and F1 by table and name, and with the comment as well. A row without a
# concept is false if it is called one with more than `possible`. Texts: NDJSON with `text`, `expect`
# (concepts, some with their value) and `absent`. Without a set there is nothing to score, and that
# is said.
set -eu
cd "$(dirname "$0")/../.."
set_file=${1:-../shared/eval/columns-dev.tsv}
text_file=${2:-../shared/eval/text-dev.ndjson}
kouan=build/release/kouan
levels=tests/eval/levels
failed=

# level NAME VALUE: fails below the committed one; names that end in `none` are shares to stay under.
level() {
  awk -v name="$1" -v now="$2" '$1 == name {
    worse = name ~ /none$/ ? now > $2 : now < $2
    if (worse) { printf "eval: %s is %s, the committed level is %s\n", name, now, $2; exit 1 } }
  ' "$levels" || failed=1
}

score() { # $1: title, $2: its levels, $3: awk program that makes the query of a row
  tail -n +2 "$set_file" | awk -F'\t' "$3" | "$kouan" inspect name - |
    sed 's/.*"certainty":"\([a-z]*\)","concept":\("[a-z_]*"\|null\).*/\1 \2/; s/"//g' >build/eval.read
  tail -n +2 "$set_file" | cut -f7 | paste -d' ' - build/eval.read | awk '
    $1 == "none" { nones++; if ($2 == "likely" || $2 == "sure") { false_none++; called++ } next }
    { rows++; if ($3 != "null") called++; if ($3 == $1) right++ }
    END { p = called ? right / called : 0; r = rows ? right / rows : 0
          printf "%.3f %.3f %.3f %.1f\n", p, r, p + r ? 2 * p * r / (p + r) : 0,
                 nones ? 100 * false_none / nones : 0 }' >build/eval.score
  read -r precision recall f1 none <build/eval.score
  printf '%-16s precision %s  recall %s  F1 %s  none called personal %s %%\n' \
    "$1" "$precision" "$recall" "$f1" "$none"
  level "$2_f1" "$f1"
  level "$2_none" "$none"
}

if [ -f "$set_file" ]; then
  score 'table and name' name '{ print $3 "." $4 }'
  score 'with comment' comment '{ print $3 "." $4 "\t" $6 }'
else
  echo "eval: skipped, no labelled set at $set_file"
fi
if [ -f "$text_file" ]; then
  "$kouan" inspect text - <"$text_file" >build/eval.read
  python3 tests/eval/texts.py "$text_file" build/eval.read >build/eval.score
  read -r met missed wrong recall precision <build/eval.score
  printf '%-16s precision %s  recall %s  %s met, %s missed, %s false\n' \
    'running text' "$precision" "$recall" "$met" "$missed" "$wrong"
  level text_recall "$recall"
  level text_precision "$precision"
else
  echo "eval: skipped, no labelled texts at $text_file"
fi
[ -z "$failed" ]

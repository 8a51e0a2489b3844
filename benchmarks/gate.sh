#!/bin/sh
# Instructions per byte of fixed small data, counted by cachegrind, against benchmarks/baseline.txt:
# more than 3 % over it fails. Counts do not move with the load of the machine. Start-up is taken
# away by measuring ten records of the same data. `gate.sh update` writes the baseline anew.
set -eu
cd "$(dirname "$0")/.."
kouan=build/release/kouan
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
baseline=benchmarks/baseline.txt

# Addresses at random move the counts a little; some containers do not let them be fixed.
fixed='setarch -R'
$fixed true 2>/dev/null || fixed=

instructions() {
  code=0
  GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F $fixed valgrind --tool=cachegrind --cache-sim=no \
    --cachegrind-out-file=/dev/null --log-file="$data/log" \
    "$kouan" check "$1" --no-discover --ciio no --threads 1 >/dev/null || code=$?
  case $code in
    0 | 1 | 3) sed -n 's/.*I *refs: *//p' "$data/log" | tr -d , ;; # verdicts
    *) echo "gate: exit code $code on $1" >&2; tail -n 20 "$data/log" >&2; return 1 ;;
  esac
}

measured=$data/measured
for entry in retail:1200 telemetry:1800 corpus:400 clinical:600; do
  name=${entry%%:*}
  build/release/samples/kouan_samples "$name" --records "${entry##*:}" >"$data/$name.ndjson"
  head -n 10 "$data/$name.ndjson" >"$data/few.ndjson"
  bytes=$(($(wc -c <"$data/$name.ndjson") - $(wc -c <"$data/few.ndjson")))
  all=$(instructions "$data/$name.ndjson")
  few=$(instructions "$data/few.ndjson")
  echo "$name $((all - few)) $bytes" | awk '{ printf "%s %.2f\n", $1, $2 / $3 }' >>"$measured"
done
if [ "${1:-}" = update ]; then
  cp "$measured" "$baseline"
  cat "$baseline"
  exit 0
fi
[ -f "$baseline" ] || { cat "$measured"; echo "gate: no baseline; 'gate.sh update' makes it" >&2; exit 2; }
awk '
  NR == FNR { before[$1] = $2; next }
  !($1 in before) { printf "%-10s not in the baseline, now %7.2f\n", $1, $2; slower = 1; next }
  { ratio = $2 / before[$1]
    printf "%-10s baseline %7.2f  now %7.2f  %+.1f %%\n", $1, before[$1], $2, 100 * (ratio - 1)
    if (ratio > 1.03) slower = 1 }
  END { if (slower) { print "gate: slower than the baseline by more than 3 %"; exit 1 } }' \
  "$baseline" "$measured"

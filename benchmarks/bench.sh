#!/bin/sh
# Throughput of `kouan check`, one worker and two, with every feature on. Data are generated once
# into build/bench (BENCH_MIB each, default 256). Files are read once before they are timed.
# The host is shared: believe ratios within one run, and of those the large ones.
set -eu
cd "$(dirname "$0")/.."
mib=${BENCH_MIB:-256}
kouan=build/release/kouan
data=build/bench
mkdir -p "$data"

# name, bytes a record (about)
sets='retail:1724 telemetry:1105 corpus:4837 clinical:3002'

seconds() { # the run's wall seconds and peak KiB, on one line
  code=0
  /usr/bin/time -o "$data/time" -f '%e %M' "$@" >/dev/null || code=$?
  case $code in
    0 | 1 | 3) tail -n 1 "$data/time" ;; # verdicts
    *) echo "bench: exit code $code of: $*" >&2; return 1 ;;
  esac
}

printf '%-10s %8s %8s %10s %10s %9s\n' set threads GB/s records/s seconds 'peak MiB'
for entry in $sets; do
  name=${entry%%:*}
  records=$((mib * 1048576 / ${entry##*:}))
  file=$data/$name-$mib.ndjson
  [ -f "$file" ] || build/release/samples/kouan_samples "$name" --records "$records" >"$file"
  bytes=$(wc -c <"$file")
  cat "$file" >/dev/null
  for threads in 1 2; do
    line=$(seconds "$kouan" check "$file" --no-discover --ciio no --threads "$threads")
    echo "$name $threads $bytes $records $line" | awk '{
      printf "%-10s %8d %8.3f %10d %10.2f %9.0f\n", $1, $2, $3 / $5 / 1e9, $4 / $5, $5, $6 / 1024 }'
  done
done

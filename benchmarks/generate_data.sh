#!/bin/sh
# Writes the four benchmark sets, NDJSON, into a folder: generate_data.sh DIR [MIB_EACH] [PROGRAM]
# The sets are a function of the sizes here, so two machines measure the same bytes.
set -eu

dir=${1:?"usage: generate_data.sh DIR [MIB_EACH] [PROGRAM]"}
mib=${2:-1024}
program=${3:-$(dirname "$0")/../build/release/samples/kouan_samples}

mkdir -p "$dir"
# Bytes of a mean record, as samples/generator makes them.
for set in retail:1724 telemetry:1105 corpus:4837 clinical:3002; do
  name=${set%%:*}
  records=$((mib * 1048576 / ${set##*:}))
  "$program" "$name" --records "$records" > "$dir/$name.ndjson"
  printf '%s: %s records\n' "$dir/$name.ndjson" "$records" >&2
done

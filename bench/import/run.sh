#!/bin/sh
# Time and memory of reading ten million rows of long CSV to a daily panel in 1 GB of heap.
# Usage: bench/import/run.sh [ASSETS [DAYS]], after `mvn -DskipTests package`.
set -eu
assets=${1:-1000}
days=${2:-10000}
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../target/ballast.jar
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
java "$here/Panel.java" "$assets" "$days" "$folder/panel.csv"
ls -l "$folder/panel.csv" | awk '{print $5 / 1048576 " MB"}'
start=$(date +%s.%N)
java -Xmx1g -Xlog:gc*:file="$folder/gc.log" -jar "$jar" import "$folder/panel.csv" > "$folder/out.txt"
end=$(date +%s.%N)
head -n 3 "$folder/out.txt"
awk -v a="$start" -v b="$end" -v rows=$((assets * days)) \
  'BEGIN {printf "%d rows in %.1f s\n", rows, b - a}'
# The largest heap in use before a collection.
grep -oE '[0-9]+M->[0-9]+M\([0-9]+M\)' "$folder/gc.log" | sort -n | tail -n 1

"""Prints the lines of the writers' benchmarks as Markdown tables.

Usage: writers_table.py FILE; a line is: writer, threads, workbooks, milliseconds of processor time
and of the clock per workbook, bytes, peak of the heap and of the process in megabytes.
"""

import sys

NAMES = {
    "ballast": "Ballast",
    "batch": "Ballast, laid out and calculated too",
    "poi": "plain POI 5.5.1",
    "xlsxwriter": "XlsxWriter",
    "openpyxl": "openpyxl (no values, write-only)",
}

with open(sys.argv[1], encoding="utf-8") as file:
    lines = [line.split() for line in file]
single = {line[0]: line for line in lines if line[1] == "1" and line[0] != "growth"}
ours = float(single["ballast"][3])

print("| writer | workbooks/s per core | Ballast is faster by | file, KB | process, MB |")
print("|---|---|---|---|---|")
for name in NAMES:
    processor, size, process = float(single[name][3]), int(single[name][5]), single[name][7]
    ratio = "" if name in ("ballast", "batch") else f"{processor / ours:.0f}×"
    print(f"| {NAMES[name]} | {1000 / processor:.2g} | {ratio} | {size / 1000:.0f} | {process} |")

print()
print("| Ballast: workbooks | threads | ms by the clock, each | processor ms, each | heap, MB |")
print("|---|---|---|---|---|")
for line in lines:
    if line[0] == "growth":
        print(f"| {int(line[2]):,} | {line[1]} | {line[4]} | {line[3]} | {line[6]} |")

"""Prints Ballast's times beside those of other libraries, as Markdown.

Usage: table.py PEERS... JMH.json...; exit code 1 if a row is missing.
"""

import json
import statistics
import sys

TARGETS = [
    ("Sharpe of 1e6 returns", "sharpe1e6", "numpy", 0.8),
    ("rolling-30 Sharpe of 1e5", "rollingSharpe1e5", "bottleneck", 1.2),
    ("rolling-30 Sharpe of 1e5", "rollingSharpe1e5", "pandas", 0.2),
    ("historical VaR of 1e6", "historicalVar1e6", "numpy", 0.7),
    ("maximum drawdown of 1e6", "maximumDrawdown1e6", "numpy", 0.2),
    ("correlation matrix 2000×200", "correlation2000x200", "OpenBLAS", 1.3),
    ("long-only minimum variance, 50 assets", "minimumVariance50", "quadprog", 1),
    ("long-only minimum variance, 200 assets", "minimumVariance200", "quadprog", 1),
    ("minimum CVaR, 1,000 × 50", "minimumCvar1000x50", "HiGHS", 1),
    ("Sharpe of 1e5 cells", "sharpeOfCells1e5", "sharpeOfArray1e5", 3),
]

rounds = {}
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        if path.endswith(".json"):
            for result in json.load(file):
                name = result["benchmark"].rsplit(".", 1)[1]
                samples = [t for fork in result["primaryMetric"]["rawData"] for t in fork]
                rounds.setdefault((name, "Ballast"), []).append(statistics.median(samples))
        else:
            for line in file:
                name, library, median = line.split()
                rounds.setdefault((name, library), []).append(float(median))

print("| measure | Ballast, ms | peer, ms | peer | ratio | target | |")
print("|---|---|---|---|---|---|---|")
missing = []
for title, name, peer, target in TARGETS:
    own = rounds.get((name, "Ballast"))
    other = rounds.get((peer, "Ballast")) or rounds.get((name, peer))
    if not own or not other:
        missing.append(f"{name} {peer}")
        continue
    own, other = statistics.median(own), statistics.median(other)
    met = "met" if own <= target * other else "missed"
    label = "bare array" if peer == "sharpeOfArray1e5" else peer
    print(f"| {title} | {own:.3g} | {other:.3g} | {label} | {own / other:.2f} | {target} | {met} |")
if missing:
    sys.exit("not measured: " + ", ".join(missing))

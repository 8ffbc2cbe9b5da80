"""Times the measures of Ballast's benchmarks in the libraries that people use otherwise, one thread.

Prints one line per row: name, library, median milliseconds. Samples are taken in turn, so that a
change of the machine's speed meets all libraries alike.
"""

import statistics
import sys
import time

import bottleneck as bn
import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import linprog

SAMPLES = int(sys.argv[1]) if len(sys.argv) > 1 else 15
YEAR = 365**0.5

random = np.random.default_rng(1)
million = random.normal(0.0005, 0.03, 1_000_000)
hundred_thousand = million[:100_000].copy()
series = pd.Series(hundred_thousand)


def panel(periods, assets):
    market = random.normal(0.0005, 0.03, (periods, 1))
    return random.normal(0.0005, 0.03, (periods, assets)) + market * (0.5 + np.arange(assets) / assets)


correlated = panel(2000, 200)
scenarios = panel(1000, 50)


def sharpe():
    return million.mean() / million.std(ddof=1) * YEAR


def rolling_bottleneck():
    return bn.move_mean(hundred_thousand, 30) / bn.move_std(hundred_thousand, 30, ddof=1) * YEAR


def rolling_pandas():
    window = series.rolling(30)
    return window.mean() / window.std() * YEAR


def historical_var():
    """Type 7, by numpy's partition."""
    h = 0.05 * (len(million) - 1)
    k = int(h)
    part = np.partition(million, [k, k + 1])
    return -(part[k] + (h - k) * (part[k + 1] - part[k]))


def maximum_drawdown():
    wealth = np.cumprod(1 + million)
    return (1 - wealth / np.maximum(np.maximum.accumulate(wealth), 1)).max()


def correlation():
    return np.corrcoef(correlated, rowvar=False)


def minimum_cvar():
    """Rockafellar and Uryasev, minimise a + sum(u)/(n(1-c)) with u >= -Rw - a, u >= 0, sum(w) = 1."""
    periods, assets = scenarios.shape
    cost = np.concatenate([np.zeros(assets), [1], np.full(periods, 1 / (periods * 0.05))])
    losses = sparse.hstack(
        [sparse.csr_matrix(-scenarios), sparse.csr_matrix(-np.ones((periods, 1))), -sparse.eye(periods)]
    )
    budget = np.concatenate([np.ones(assets), np.zeros(periods + 1)])[None, :]
    bounds = [(0, 1)] * assets + [(None, None)] + [(0, None)] * periods
    found = linprog(cost, losses, np.zeros(periods), budget, [1], bounds, method="highs")
    if found.status != 0:
        raise RuntimeError(found.message)
    return found.x[:assets]


ROWS = [
    ("sharpe1e6", "numpy", sharpe),
    ("rollingSharpe1e5", "bottleneck", rolling_bottleneck),
    ("rollingSharpe1e5", "pandas", rolling_pandas),
    ("historicalVar1e6", "numpy", historical_var),
    ("maximumDrawdown1e6", "numpy", maximum_drawdown),
    ("correlation2000x200", "OpenBLAS", correlation),
    ("minimumCvar1000x50", "HiGHS", minimum_cvar),
]

times = [[] for _ in ROWS]
for sample in range(SAMPLES + 1):
    for row, (_, _, measure) in enumerate(ROWS):
        start = time.perf_counter()
        measure()
        if sample > 0:
            times[row].append((time.perf_counter() - start) * 1e3)
for (name, library, _), taken in zip(ROWS, times):
    print(name, library, statistics.median(taken))

# Times long-only minimum variance by quadprog, one thread; lines as peers.py prints them.
suppressPackageStartupMessages(library(quadprog))
samples <- as.integer(c(commandArgs(TRUE), 15)[1])
set.seed(1)
panel <- function(periods, assets) {
  market <- rnorm(periods, 0.0005, 0.03)
  matrix(rnorm(periods * assets, 0.0005, 0.03), periods) + market %o% (0.5 + (0:(assets - 1)) / assets)
}
for (assets in c(50, 200)) {
  returns <- panel(1000, assets)
  conditions <- cbind(1, diag(assets))
  limits <- c(1, rep(0, assets))
  taken <- replicate(samples + 1, {
    start <- proc.time()[["elapsed"]]
    count <- 0
    while (proc.time()[["elapsed"]] - start < 0.2) {
      solve.QP(cov(returns), rep(0, assets), conditions, limits, meq = 1)
      count <- count + 1
    }
    (proc.time()[["elapsed"]] - start) / count * 1e3
  })
  cat(sprintf("minimumVariance%d quadprog %.6f\n", assets, median(taken[-1])))
}

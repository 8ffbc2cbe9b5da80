package io.ballast.batch;

import io.ballast.workbook.Holding;

/** A row of the portfolio file: units of an asset in an account; {@code NaN} for what is blank. */
record Position(
    String account,
    String asset,
    double quantity,
    double targetWeight,
    double entry,
    double stop,
    Holding.Side side,
    String category,
    String tier,
    double leverage,
    double score) {}

package io.ballast.workbook;

/** The formula that says OK, WATCH or BREACH, the same with and without the add-in. */
final class LimitStatus {
  private LimitStatus() {}

  /** Of a value that must not exceed its limit; the name {@code watch} holds the amber share. */
  static String atMost(String value, String limit) {
    return formula(
        value, limit, "max", over(value, limit), notBelow(value, "(watch*" + limit + ")"));
  }

  /** Of a value that must not fall below its limit. */
  static String atLeast(String value, String limit) {
    return formula(
        value, limit, "min", over(limit, value), notBelow("(" + limit + "/watch)", value));
  }

  private static String formula(
      String value, String limit, String direction, String breach, String watch) {
    return Frame.either(
        "LIMIT_STATUS(" + value + "," + limit + ",watch,\"" + direction + "\")",
        "IF(" + breach + ",\"BREACH\",IF(" + watch + ",\"WATCH\",\"OK\"))");
  }

  private static String over(String a, String b) {
    return a + "-" + b + ">" + rounding(a, b);
  }

  private static String notBelow(String a, String b) {
    return a + "-" + b + ">=-" + rounding(a, b);
  }

  /** Numbers that differ by less are the same in decimals. */
  private static String rounding(String a, String b) {
    return "1E-12*MAX(ABS(" + a + "),ABS(" + b + "))";
  }
}

package io.ballast.workbook;

/**
 * How a cell looks: its part in the sheet and the format of its number.
 *
 * @param role what the cell is for
 * @param format how its value is shown
 */
public record Style(Role role, Format format) {

  /** What a cell is for; each role has one look in every workbook. */
  public enum Role {
    TITLE,
    SUBTITLE,
    SECTION,
    HEADER,
    HEADER_INPUT,
    LABEL,
    TEXT,
    STATEMENT,
    NOTE,
    INPUT,
    CALCULATED,
    KEY_LABEL,
    KEY_FIGURE,
    STATUS,
    LINK
  }

  /** How a value is shown. */
  public enum Format {
    GENERAL("General"),
    TEXT("@"),
    INTEGER("#,##0"),
    NUMBER("#,##0.00"),
    PRECISE("0.0000"),
    WHOLE_PERCENT("0%"),
    PERCENT("0.0%"),
    PERCENT2("0.00%"),
    SHARE("0.0%;-0.0%;"),
    MONEY("#,##0;[Red]-#,##0"),
    PRICE("[>=1000]#,##0.00;[>=1]#,##0.0000;0.00000000"),
    UNITS("#,##0.########"),
    DATE("yyyy-mm-dd"),
    FACTOR("0.00\"×\""),
    FLAG("\"yes\";;\"no\""),
    /** A drawdown; nothing where it is 0. */
    DEPTH("0.00%;-0.00%;"),
    /** A number of days; nothing where it is 0. */
    COUNT("#,##0;-#,##0;");

    private final String code;

    Format(String code) {
      this.code = code;
    }

    /** The number format's code in the file. */
    public String code() {
      return code;
    }
  }

  public static final Style TITLE = new Style(Role.TITLE, Format.GENERAL);
  public static final Style SUBTITLE = new Style(Role.SUBTITLE, Format.GENERAL);
  public static final Style SECTION = new Style(Role.SECTION, Format.GENERAL);
  public static final Style HEADER = new Style(Role.HEADER, Format.GENERAL);
  public static final Style HEADER_INPUT = new Style(Role.HEADER_INPUT, Format.GENERAL);
  public static final Style LABEL = new Style(Role.LABEL, Format.GENERAL);
  public static final Style TEXT = new Style(Role.TEXT, Format.GENERAL);
  public static final Style STATEMENT = new Style(Role.STATEMENT, Format.GENERAL);

  /** A remark beside a value. */
  public static final Style NOTE = new Style(Role.NOTE, Format.GENERAL);

  public static final Style STATUS = new Style(Role.STATUS, Format.GENERAL);
  public static final Style FLAG = new Style(Role.STATUS, Format.FLAG);
  public static final Style LINK = new Style(Role.LINK, Format.GENERAL);
  public static final Style KEY_LABEL = new Style(Role.KEY_LABEL, Format.GENERAL);

  /** A cell that a person fills in. */
  public static Style input(Format format) {
    return new Style(Role.INPUT, format);
  }

  /** A cell with a computed value. */
  public static Style calculated(Format format) {
    return new Style(Role.CALCULATED, format);
  }

  /** One of the few figures that a reader looks for first. */
  public static Style key(Format format) {
    return new Style(Role.KEY_FIGURE, format);
  }
}

package io.ballast.functions;

/**
 * A spreadsheet error value. It is an {@code Exception}, because that is the type by which the
 * Excel host passes error cells in both directions; it is never thrown to a host.
 */
public final class CellError extends Exception {
  private static final long serialVersionUID = 1L;

  /** The error values that a cell can hold. */
  public enum Code {
    NULL("#NULL!"),
    DIV0("#DIV/0!"),
    VALUE("#VALUE!"),
    REF("#REF!"),
    NAME("#NAME?"),
    NUM("#NUM!"),
    NA("#N/A");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** The error as a cell shows it. */
    public String text() {
      return text;
    }
  }

  public static final CellError NULL = new CellError(Code.NULL);
  public static final CellError DIV0 = new CellError(Code.DIV0);
  public static final CellError VALUE = new CellError(Code.VALUE);
  public static final CellError REF = new CellError(Code.REF);
  public static final CellError NAME = new CellError(Code.NAME);
  public static final CellError NUM = new CellError(Code.NUM);
  public static final CellError NA = new CellError(Code.NA);

  private static final CellError[] ALL = {NULL, DIV0, VALUE, REF, NAME, NUM, NA};

  private final Code code;

  private CellError(Code code) {
    super(code.text(), null, false, false);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  /** The error value of a code. */
  public static CellError of(Code code) {
    return ALL[code.ordinal()];
  }

  /**
   * The error value that a host's exception stands for: ours as it is, another by the error text in
   * its message, {@code #VALUE!} when it names none.
   */
  public static CellError of(Exception error) {
    if (error instanceof CellError ours) {
      return ours;
    }
    String message = String.valueOf(error.getMessage());
    for (CellError candidate : ALL) {
      if (message.contains(candidate.code.text())) {
        return candidate;
      }
    }
    return VALUE;
  }

  /**
   * The error value with this text, such as {@code #N/A}, or null if there is none.
   *
   * @param text as a cell shows it
   */
  public static CellError parse(String text) {
    for (CellError candidate : ALL) {
      if (candidate.code.text().equalsIgnoreCase(text)) {
        return candidate;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return code.text();
  }

  private Object readResolve() {
    return of(code);
  }
}

package io.ballast.formula;

/** Takes the text of a formula part by part, from left to right. */
public interface FormulaSink {
  /** A part of the text; the same part of the same formula is the same instance every time. */
  void text(String text);

  /** The number of a row, counted from 1. */
  void number(int number);
}

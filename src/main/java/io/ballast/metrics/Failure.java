package io.ballast.metrics;

/** Why a measure cannot be computed. Each host shows it in its own way, such as an error value. */
public enum Failure {
  /** A value is absent, or two inputs that belong together have different lengths. */
  NOT_AVAILABLE,
  /** Text, or a word that is not an option, where something else is needed. */
  WRONG_TYPE,
  /** A number outside the domain of the measure. */
  OUT_OF_DOMAIN,
  /** Too few observations, or a denominator of zero. */
  UNDEFINED
}

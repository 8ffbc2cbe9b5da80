package io.ballast.functions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the function reference says of a worksheet function besides its description and arguments.
 *
 * <p>Formulas are linear, as a terminal shows them, and are typeset for the web page: {@code a/b}
 * is a fraction and drops the parentheses around its sides, {@code √(…)} a root, {@code x_i} and
 * {@code x_(i,j)} subscripts, {@code x^2} a superscript, {@code ∑_(i=1)^n} a sum; a word in double
 * quotes is text.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reference {
  /** The formula, in lines. */
  String[] formula() default {};

  /**
   * What its symbols mean, each as {@code symbol: meaning}; formulas within the meaning stand
   * between dollar signs. Symbols that mean the same everywhere are explained by the reference.
   */
  String[] where() default {};

  /** Author, year and title, or that the function is its own definition. */
  String source() default "Definition";

  /** A call of the function over the names of the bundled sample. */
  String example();

  /** Names of related functions; the relation is mutual, so that one side is enough. */
  String[] related() default {};

  /** The topic for which it is one of the functions to begin with. */
  Topic start() default Topic.NONE;
}

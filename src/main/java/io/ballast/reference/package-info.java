/**
 * The function reference: pages made at build time from the annotations of the worksheet functions
 * and the Javadoc of the mathematics under them.
 *
 * <p>{@link io.ballast.reference.ReferenceWriter} writes it; {@link
 * io.ballast.reference.FunctionReference} also serves the command line.
 */
package io.ballast.reference;

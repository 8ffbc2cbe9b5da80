/**
 * Price tables: reading what people have, aligning it by date, and telling what is wrong in it.
 *
 * <p>Uses nothing else of ours.
 */
package io.ballast.market;

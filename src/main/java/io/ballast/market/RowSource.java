package io.ballast.market;

import java.io.IOException;

/** The rows of a file, which can be read again from the start. */
interface RowSource {
  /** Takes rows one after the other. */
  interface Sink {
    /**
     * @param row not kept: used again for the next one
     * @return whether to go on
     */
    boolean accept(Row row) throws MarketException;
  }

  /** Hands every row that is not blank to the sink, until it has enough. */
  void read(Sink sink) throws IOException, MarketException;

  /** The name of the file for messages. */
  String file();

  /** Whether the text ends within a line; known after a full read. */
  boolean endsWithinLine();

  /** The separator of fields, 0 if the file has none. */
  char separator();
}

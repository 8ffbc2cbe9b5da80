package io.ballast.host.excel;

import java.io.IOException;
import java.nio.file.Path;

/** What the ribbon asks of the desktop. */
interface Desk {
  /** Shows a text, without holding up Excel. */
  void tell(String title, String text);

  /** Opens a file with the program that belongs to it. */
  void open(Path file) throws IOException;
}

package io.ballast.host.excel;

import java.awt.Desktop;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** The desktop by way of Java's own windows. */
final class SwingDesk implements Desk {
  private static final int MOST_ROWS = 30;
  private static final int COLUMNS = 100;

  @Override
  public void tell(String title, String text) {
    SwingUtilities.invokeLater(() -> show(title, text));
  }

  @Override
  public void open(Path file) throws IOException {
    Desktop.getDesktop().open(file.toFile());
  }

  private static void show(String title, String text) {
    int rows = (int) Math.min(MOST_ROWS, text.lines().count() + 1);
    JTextArea area = new JTextArea(text, rows, COLUMNS);
    area.setEditable(false);
    area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 13));
    area.setCaretPosition(0);
    // In front, because Excel's window would cover it.
    JDialog dialog = new JDialog((JFrame) null, title, false);
    dialog.setAlwaysOnTop(true);
    dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    dialog.add(new JScrollPane(area));
    dialog.pack();
    dialog.setLocationRelativeTo(null);
    dialog.setVisible(true);
  }
}

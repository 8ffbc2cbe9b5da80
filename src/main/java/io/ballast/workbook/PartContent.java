package io.ballast.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a part of a file holds for a book: what POI built, with the book's own values in it. */
@FunctionalInterface
interface PartContent {
  /** Writes the part of a book. */
  void write(Book book, XmlBytes out);

  /** A part that is the same for every book of a shape. */
  static PartContent kept(byte[] xml) {
    return (book, out) -> out.raw(xml);
  }

  /** The properties, with the title of each book. */
  static PartContent title(byte[] xml) {
    List<byte[]> pieces = pieces(xml, "(?<=<dc:title>)[^<]*(?=</dc:title>)", 1);
    return (book, out) -> {
      out.raw(pieces.get(0)).text(book.title()).raw(pieces.get(1));
    };
  }

  /** A sheet, with the cells of each book. */
  static PartContent cells(byte[] xml, int index, Map<Style, Integer> styles) {
    List<byte[]> pieces = pieces(xml, "(?<=<dimension ref=\")A1(?=\"/>)|<sheetData/>", 2);
    return (book, out) -> {
      Sheet sheet = book.sheets().get(index);
      out.raw(pieces.get(0)).raw(SheetXml.dimension(sheet)).raw(pieces.get(1));
      out.raw("<sheetData>");
      new SheetXml(sheet, styles, out).rows();
      out.raw("</sheetData>").raw(pieces.get(2));
    };
  }

  /** A chart, with the values that it shows of each book: categories and values of each series. */
  static PartContent chart(byte[] xml, int sheet, int index, int series) {
    List<byte[]> pieces = pieces(xml, "<c:(strCache|numCache)(?:/>|>.*?</c:\\1>)", 2 * series);
    return (book, out) -> {
      Chart chart = book.sheets().get(sheet).charts().get(index);
      for (int s = 0; s < series; s++) {
        Chart.Block categories = chart.categoriesOf(chart.series().get(s));
        out.raw(pieces.get(2 * s));
        if (ChartWriter.hasLabels(chart)) {
          cache("strCache", ChartWriter.labels(categories), out);
        } else {
          cache("numCache", ChartWriter.numbers(categories), out);
        }
        out.raw(pieces.get(2 * s + 1));
        cache("numCache", ChartWriter.numbers(chart.series().get(s).values()), out);
      }
      out.raw(pieces.get(2 * series));
    };
  }

  private static void cache(String element, Object[] points, XmlBytes out) {
    if (Arrays.stream(points).allMatch(Objects::isNull)) {
      out.raw("<c:").raw(element).raw("/>");
      return;
    }
    out.raw("<c:").raw(element).raw("><c:ptCount val=\"").number(points.length).raw("\"/>");
    for (int i = 0; i < points.length; i++) {
      if (points[i] != null) {
        out.raw("<c:pt idx=\"").number(i).raw("\">");
        if (points[i] instanceof Double number) {
          out.raw("<c:v>").decimal(number).raw("</c:v>");
        } else if (((String) points[i]).isEmpty()) {
          out.raw("<c:v/>");
        } else {
          out.raw("<c:v>").text((String) points[i]).raw("</c:v>");
        }
        out.raw("</c:pt>");
      }
    }
    out.raw("</c:").raw(element).raw(">");
  }

  /** The pieces between what a pattern finds, which must be found so often. */
  private static List<byte[]> pieces(byte[] xml, String pattern, int times) {
    String text = new String(xml, StandardCharsets.UTF_8);
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    while (matcher.find()) {
      pieces.add(text.substring(from, matcher.start()).getBytes(StandardCharsets.UTF_8));
      from = matcher.end();
    }
    pieces.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
    if (pieces.size() != times + 1) {
      throw new IllegalStateException(
          "found " + (pieces.size() - 1) + " times " + pattern + ", expected " + times);
    }
    return pieces;
  }
}

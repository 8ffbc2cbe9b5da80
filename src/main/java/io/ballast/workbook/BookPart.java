package io.ballast.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A part of a file. Of the first book its deflated bytes are kept: a book with the same part, as
 * most are that do not depend on the portfolio, takes them as they are.
 */
final class BookPart {
  private final String name;
  private final PartContent content;
  private volatile Deflated first;

  BookPart(String name, PartContent content) {
    this.name = name;
    this.content = content;
  }

  private record Deflated(byte[] plain, byte[] bytes, long crc) {}

  /** Writes the part of a book; the buffer and the deflater serve one part after the other. */
  void write(Book book, XmlBytes xml, Deflater deflater, ZipArchiveOutputStream zip)
      throws IOException {
    xml.clear();
    content.write(book, xml);
    Deflated known = first;
    if (known == null) {
      byte[] plain = Arrays.copyOf(xml.bytes(), xml.length());
      known = deflated(plain, plain.length, deflater);
      first = known;
    } else if (!xml.holds(known.plain())) {
      known = deflated(xml.bytes(), xml.length(), deflater);
    }
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(ZipArchiveEntry.DEFLATED);
    entry.setTime(Skeleton.entryTime());
    entry.setSize(xml.length());
    entry.setCompressedSize(known.bytes().length);
    entry.setCrc(known.crc());
    zip.addRawArchiveEntry(entry, new ByteArrayInputStream(known.bytes()));
  }

  private static Deflated deflated(byte[] plain, int length, Deflater deflater) {
    CRC32 crc = new CRC32();
    crc.update(plain, 0, length);
    deflater.reset();
    deflater.setInput(plain, 0, length);
    deflater.finish();
    byte[] bytes = new byte[length / 4 + 256];
    int size = deflater.deflate(bytes);
    while (!deflater.finished()) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      size += deflater.deflate(bytes, size, bytes.length - size);
    }
    return new Deflated(plain, Arrays.copyOf(bytes, size), crc.getValue());
  }
}

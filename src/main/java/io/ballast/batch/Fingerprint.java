package io.ballast.batch;

import io.ballast.market.PriceTable;
import io.ballast.workbook.Book;
import io.ballast.workbook.Holding;
import io.ballast.workbook.Portfolio;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether a workbook would come out the same: SHA-256 of all that it is made from. The prices
 * of an asset are gone through once, however many portfolios hold it.
 */
final class Fingerprint {
  private final PriceTable prices;
  private final byte[] dates;
  private final Map<String, byte[]> assets = new ConcurrentHashMap<>();

  Fingerprint(PriceTable prices) {
    this.prices = prices;
    MessageDigest digest = sha256();
    for (LocalDate date : prices.dates()) {
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(date.toEpochDay()).array());
    }
    prices.findings().forEach(finding -> text(digest, finding.toString()));
    this.dates = digest.digest();
  }

  /**
   * Of a portfolio's workbook, as hexadecimal digits.
   *
   * @param workbook the kind's name
   */
  String of(Portfolio portfolio, String workbook) {
    MessageDigest digest = sha256();
    text(digest, Book.maker());
    text(digest, workbook);
    text(digest, portfolio.id());
    text(digest, portfolio.source());
    text(digest, portfolio.settings().toString());
    digest.update(dates);
    Set<String> used = new LinkedHashSet<>();
    for (Holding holding : portfolio.holdings()) {
      text(digest, holding.toString());
      used.add(holding.asset());
    }
    used.add(portfolio.settings().benchmark());
    for (String asset : used) {
      digest.update(assets.computeIfAbsent(asset, this::pricesOf));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private byte[] pricesOf(String asset) {
    MessageDigest digest = sha256();
    int column = prices.column(asset);
    double[][][] fields = {
      prices.close(), prices.open(), prices.high(), prices.low(), prices.volume()
    };
    for (double[][] field : fields) {
      if (field == null) {
        digest.update((byte) 0);
      } else {
        ByteBuffer bytes = ByteBuffer.allocate(field[column].length * Double.BYTES);
        bytes.asDoubleBuffer().put(field[column]);
        digest.update(bytes);
      }
    }
    return digest.digest();
  }

  private static void text(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package io.ballast.market;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of assets in what vendors call pairs, coins and files. */
final class AssetNames {
  /** Currencies and stablecoins in which prices are quoted, longer ones first. */
  static final List<String> QUOTES =
      List.of(
          "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USDP", "USD", "EUR", "GBP", "JPY", "KRW", "TRY",
          "BRL", "AUD", "CAD", "CHF", "INR", "PLN", "RUB", "DAI", "ZUSD", "ZEUR");

  private static final Set<String> DOLLARS =
      Set.of("USD", "ZUSD", "USDT", "USDC", "BUSD", "TUSD", "FDUSD", "USDP", "DAI");

  private static final Set<String> TICKERS =
      Set.of(
          "BTC", "ETH", "BNB", "XRP", "ADA", "DOGE", "SOL", "TRX", "LTC", "LINK", "XMR", "USDT",
          "USDC", "DOT", "AVAX", "MATIC", "POL", "SHIB", "BCH", "XLM", "UNI", "ATOM", "ETC", "FIL",
          "NEAR", "APT", "ARB", "OP", "TON", "ICP", "HBAR", "VET", "ALGO", "AAVE", "GRT", "EOS",
          "XTZ", "MKR", "SAND", "MANA", "AXS", "FTM", "NEO", "ZEC", "DASH", "IOTA", "MIOTA", "KSM",
          "RUNE", "SNX", "CRV", "COMP", "PEPE", "SUI", "WIF", "BONK", "INJ", "LDO", "STX", "IMX",
          "CRO", "WBTC", "STETH", "DAI", "BUSD", "TUSD", "GUSD", "LUSD", "FDUSD", "USDP", "PYUSD",
          "PAXG", "XAUT", "LUNA", "LUNC", "UST", "USTC", "FTT", "BSV", "BTG", "QTUM", "OMG", "ZRX",
          "BAT", "WAVES", "XEM", "DCR", "LEO", "OKB", "KAS", "TAO", "SEI", "TIA", "JUP", "PYTH",
          "WLD", "FET", "RNDR", "THETA", "EGLD", "FLOW", "CHZ", "ENJ");

  /** Full names, and codes that differ from everyone else's. */
  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("XBT", "BTC"),
          Map.entry("XXBT", "BTC"),
          Map.entry("XETH", "ETH"),
          Map.entry("XDG", "DOGE"),
          Map.entry("XXDG", "DOGE"),
          Map.entry("XXRP", "XRP"),
          Map.entry("XLTC", "LTC"),
          Map.entry("XXMR", "XMR"),
          Map.entry("XXLM", "XLM"),
          Map.entry("BITCOIN", "BTC"),
          Map.entry("ETHEREUM", "ETH"),
          Map.entry("BINANCECOIN", "BNB"),
          Map.entry("RIPPLE", "XRP"),
          Map.entry("CARDANO", "ADA"),
          Map.entry("DOGECOIN", "DOGE"),
          Map.entry("SOLANA", "SOL"),
          Map.entry("TRON", "TRX"),
          Map.entry("LITECOIN", "LTC"),
          Map.entry("CHAINLINK", "LINK"),
          Map.entry("MONERO", "XMR"),
          Map.entry("TETHER", "USDT"),
          Map.entry("USDCOIN", "USDC"),
          Map.entry("POLKADOT", "DOT"),
          Map.entry("AVALANCHE", "AVAX"),
          Map.entry("POLYGON", "MATIC"),
          Map.entry("STELLAR", "XLM"),
          Map.entry("UNISWAP", "UNI"),
          Map.entry("COSMOS", "ATOM"),
          Map.entry("IOTA", "IOTA"),
          Map.entry("NEM", "XEM"),
          Map.entry("EOS", "EOS"),
          Map.entry("AAVE", "AAVE"));

  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private AssetNames() {}

  /**
   * An asset and the currency of its prices.
   *
   * @param asset such as BTC
   * @param quote such as USD, empty if it is not known
   */
  record Pair(String asset, String quote) {}

  /** BTC-USD, BTC/USDT, BTCUSDT, XBTUSD or Bitcoin; null if it is none of these. */
  static Pair pair(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    String[] parts = BREAKS.split(upper);
    if (parts.length == 2 && QUOTES.contains(parts[1]) && !parts[0].isEmpty()) {
      return new Pair(BY_NAME.getOrDefault(parts[0], parts[0]), quote(parts[1]));
    }
    return parts.length == 1 ? glued(upper) : null;
  }

  private static Pair glued(String token) {
    if (BY_NAME.containsKey(token)) {
      return new Pair(BY_NAME.get(token), "");
    }
    if (TICKERS.contains(token)) {
      return new Pair(token, "");
    }
    // XBTUSD is XBT in USD, not XB in TUSD: an asset that is known goes first.
    Pair guess = null;
    for (String quote : QUOTES) {
      String base = token.substring(0, Math.max(0, token.length() - quote.length()));
      if (token.endsWith(quote) && (TICKERS.contains(base) || BY_NAME.containsKey(base))) {
        return new Pair(BY_NAME.getOrDefault(base, base), quote(quote));
      }
      if (token.endsWith(quote) && base.length() >= 2 && base.length() <= 10 && guess == null) {
        guess = new Pair(base, quote(quote));
      }
    }
    return guess;
  }

  /** The asset and currency that a file's name tells, null if it tells none that is known. */
  static Pair ofFile(String fileName) {
    String[] parts = BREAKS.split(stem(fileName).toUpperCase(Locale.ROOT));
    for (int i = 0; i < parts.length; i++) {
      Pair pair = glued(parts[i]);
      if (pair != null && !QUOTES.contains(parts[i]) || pair != null && parts.length == 1) {
        boolean quoted = pair.quote().isEmpty() && i + 1 < parts.length;
        return quoted && QUOTES.contains(parts[i + 1])
            ? new Pair(pair.asset(), quote(parts[i + 1]))
            : pair;
      }
      if (i + 1 < parts.length
          && !parts[i].isEmpty()
          && !QUOTES.contains(parts[i])
          && QUOTES.contains(parts[i + 1])) {
        return new Pair(parts[i], quote(parts[i + 1]));
      }
    }
    for (String part : parts) {
      Pair pair = glued(part);
      if (pair != null) {
        return pair;
      }
    }
    return null;
  }

  /** The file's name without its endings. */
  static String stem(String fileName) {
    return fileName.replaceFirst("(?i)(\\.(csv|tsv|txt|xlsx))?(\\.(gz|zip))?$", "").strip();
  }

  private static String quote(String code) {
    return code.startsWith("Z") ? code.substring(1) : code;
  }

  /** The currency, all dollars and tokens of a dollar as one. */
  static String currency(String quote) {
    return DOLLARS.contains(quote) ? "USD" : quote;
  }
}

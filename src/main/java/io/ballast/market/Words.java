package io.ballast.market;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that head the columns of price files, in the languages of the sites that people
 * download from.
 */
final class Words {
  /** By role, the better word first: of several columns with one role the best word wins. */
  private static final Map<Role, List<String>> BY_ROLE =
      Map.of(
          Role.TIME,
          split(
              """
              time open, open time, snapped at, observation date, date, datum, data, fecha, дата,
              tarih, 日期, 日付け, 日付, 날짜, datetime, date time, date utc, day, tag, time utc,
              candle begin time, start time, start, period start, timestamp, time, local time,
              timestamp ms, zeit, hora, heure, время, unix, unix timestamp, unix time, epoch, time stamp,
              time close, close time, end time, index, ts, t
              """),
          Role.ASSET,
          split(
              """
              asset, symbol, ticker, coin, pair, instrument, token, currency pair, cryptocurrency,
              crypto, base asset, base currency, asset id, coin id, coin symbol, product id, market,
              slug, security, isin, name, coin name, asset name, currency, símbolo, simbolo, symbole,
              ativo, activo, wkn, tic, waluta, id
              """),
          Role.CLOSE,
          split(
              """
              close, close usd, closing price, close price, closing, schluss, schlusskurs,
              schlußkurs, zuletzt, dernier, clôture, cloture, cierre, ultimo, último, chiusura,
              fechamento, zamknięcie, zamkniecie, ostatnio, laatste, slotkoers, закрытие, закр, цена,
              şimdi, kapanış, 収盘, 收盘, 收盘价, 終値, 종가, last, last price, price close, c, price,
              price usd, usd price, preis, kurs, prix, precio, prezzo, preço, cena, koers, fiyat, value,
              rate, mid, closing price usd, closing price (usd), adj close, adjusted close
              """),
          Role.OPEN,
          split(
              """
              open, open usd, opening price, open price, opening, eröffnung, eröffn, eröffnungskurs,
              ouv, ouverture, apertura, abertura, otwarcie, openen, opening koers, открытие, откр,
              açılış, 开盘, 开盘价, 始値, 시가, price open, o, 24h open usd, 24h open (usd)
              """),
          Role.HIGH,
          split(
              """
              high, high usd, highest price, high price, highest, hoch, höchst, höchstkurs,
              tageshoch, plus haut, haut, máximo, máx, max, maximum, massimo, máxima, najwyższy,
              najwyzszy, hoog, hoogste, максимум, макс, yüksek, 最高, 最高价, 高値, 고가, price high, h,
              24h high usd, 24h high (usd)
              """),
          Role.LOW,
          split(
              """
              low, low usd, lowest price, low price, lowest, tief, tiefst, tiefstkurs, tagestief,
              plus bas, bas, mínimo, mín, min, minimum, minimo, mínima, najniższy, najnizszy, laag,
              laagste, минимум, мин, düşük, 最低, 最低价, 安値, 저가, price low, l, 24h low usd,
              24h low (usd)
              """),
          Role.VOLUME,
          split(
              """
              volume, vol, base volume, volume base, volume from, volumefrom, volumen, umsatz, stück,
              wolumen, wol, volym, hacim, hac, объём, объем, 成交量, 出来高, 거래량, v, tick vol, tickvol
              """),
          Role.OTHER,
          split(
              """
              market cap, marketcap, market capitalization, circulating supply, total supply, total volume,
              trades, trade count, tradecount, number of trades, count, num trades, sno, no, nr,
              time high, time low, quote volume, quote asset volume, quote av, volume to, volumeto,
              taker buy volume, taker buy quote volume, taker buy base asset volume,
              taker buy quote asset volume, taker buy base volume, tb base av, tb quote av, ignore,
              change, change percent, chg, chg percent, dividends, stock splits, capital gains, vwap,
              weighted average, weighted price, open int, openint, per, exchange, source, variation,
              var, variación, fark, zmiana, изм, verschil, unnamed 0, row number, spread, conversion
              type, conversion symbol, quote, quote currency, quote asset, ret, return, timeframe
              """));

  private static final Map<String, Role> ROLES = roles();
  private static final Map<String, Integer> RANKS = ranks();

  private Words() {}

  private static List<String> split(String words) {
    return List.of(words.strip().split("\\s*,\\s*"));
  }

  private static Map<String, Role> roles() {
    Map<String, Role> result = new HashMap<>();
    BY_ROLE.forEach((role, words) -> words.forEach(word -> result.put(plain(word), role)));
    return Map.copyOf(result);
  }

  private static Map<String, Integer> ranks() {
    Map<String, Integer> result = new HashMap<>();
    BY_ROLE
        .values()
        .forEach(
            words -> {
              for (int i = 0; i < words.size(); i++) {
                result.putIfAbsent(plain(words.get(i)), i);
              }
            });
    return Map.copyOf(result);
  }

  /** The text in lower case without accents, white space and anything but letters and digits. */
  static String plain(String text) {
    String lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder result = new StringBuilder(lower.length());
    lower
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> result.appendCodePoint(c == 'ł' ? 'l' : c == 'ı' ? 'i' : c));
    return result.toString();
  }

  /** The role of a column with this heading, or null. */
  static Role role(String heading) {
    String word = plain(heading);
    Role role = ROLES.get(word);
    if (role == null && word.startsWith("volume") && !isMoneyVolume(heading)) {
      return Role.VOLUME;
    }
    return role;
  }

  /** How good a word is for its role: 0 is best. */
  static int rank(String heading) {
    return RANKS.getOrDefault(plain(heading), Integer.MAX_VALUE);
  }

  /** Whether a volume is in money, not in units. */
  static boolean isMoneyVolume(String heading) {
    String word = plain(heading);
    return AssetNames.QUOTES.stream()
        .anyMatch(quote -> word.equals("volume" + quote.toLowerCase(Locale.ROOT)));
  }
}

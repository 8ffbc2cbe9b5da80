package io.ballast.testing;

import io.ballast.functions.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions that a stored formula calls, and whether Excel finds them under the name stored.
 *
 * <p>Functions up to Excel 2007 are stored by their plain name, those of Excel 2010 with the prefix
 * {@code _xlfn.} ([MS-XLSX] 2.2.3 lists them as future functions), ours with {@code _xll.}. Nothing
 * newer than Excel 2010 may be used.
 */
final class FormulaFunctions {
  private static final Pattern TEXT_OR_QUOTED_NAME = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern CALL = Pattern.compile("([\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*)\\(");

  private static final Set<String> UP_TO_2007 =
      words(
          """
          ABS ACCRINT ACCRINTM ACOS ACOSH ADDRESS AMORDEGRC AMORLINC AND AREAS ASC ASIN ASINH ATAN
          ATAN2 ATANH AVEDEV AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS BAHTTEXT BESSELI BESSELJ BESSELK
          BESSELY BETADIST BETAINV BIN2DEC BIN2HEX BIN2OCT BINOMDIST CEILING CELL CHAR CHIDIST
          CHIINV CHITEST CHOOSE CLEAN CODE COLUMN COLUMNS COMBIN COMPLEX CONCATENATE CONFIDENCE
          CONVERT CORREL COS COSH COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS COUPDAYBS COUPDAYS
          COUPDAYSNC COUPNCD COUPNUM COUPPCD COVAR CRITBINOM CUBEKPIMEMBER CUBEMEMBER
          CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT CUBEVALUE CUMIPMT CUMPRINC DATE
          DATEDIF DATEVALUE DAVERAGE DAY DAYS360 DB DCOUNT DCOUNTA DDB DEC2BIN DEC2HEX DEC2OCT
          DEGREES DELTA DEVSQ DGET DISC DMAX DMIN DOLLAR DOLLARDE DOLLARFR DPRODUCT DSTDEV DSTDEVP
          DSUM DURATION DVAR DVARP EDATE EFFECT EOMONTH ERF ERFC ERROR.TYPE EVEN EXACT EXP EXPONDIST
          FACT FACTDOUBLE FALSE FDIST FIND FINDB FINV FISHER FISHERINV FIXED FLOOR FORECAST
          FREQUENCY FTEST FV FVSCHEDULE GAMMADIST GAMMAINV GAMMALN GCD GEOMEAN GESTEP GETPIVOTDATA
          GROWTH HARMEAN HEX2BIN HEX2DEC HEX2OCT HLOOKUP HOUR HYPERLINK HYPGEOMDIST IF IFERROR IMABS
          IMAGINARY IMARGUMENT IMCONJUGATE IMCOS IMDIV IMEXP IMLN IMLOG10 IMLOG2 IMPOWER IMPRODUCT
          IMREAL IMSIN IMSQRT IMSUB IMSUM INDEX INDIRECT INFO INT INTERCEPT INTRATE IPMT IRR ISBLANK
          ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISPMT ISREF ISTEXT JIS KURT
          LARGE LCM LEFT LEFTB LEN LENB LINEST LN LOG LOG10 LOGEST LOGINV LOGNORMDIST LOOKUP LOWER
          MATCH MAX MAXA MDETERM MDURATION MEDIAN MID MIDB MIN MINA MINUTE MINVERSE MIRR MMULT MOD
          MODE MONTH MROUND MULTINOMIAL N NA NEGBINOMDIST NETWORKDAYS NOMINAL NORMDIST NORMINV
          NORMSDIST NORMSINV NOT NOW NPER NPV OCT2BIN OCT2DEC OCT2HEX ODD ODDFPRICE ODDFYIELD
          ODDLPRICE ODDLYIELD OFFSET OR PEARSON PERCENTILE PERCENTRANK PERMUT PHONETIC PI PMT
          POISSON POWER PPMT PRICE PRICEDISC PRICEMAT PROB PRODUCT PROPER PV QUARTILE QUOTIENT
          RADIANS RAND RANDBETWEEN RANK RATE RECEIVED REPLACE REPLACEB REPT RIGHT RIGHTB ROMAN ROUND
          ROUNDDOWN ROUNDUP ROW ROWS RSQ RTD SEARCH SEARCHB SECOND SERIESSUM SIGN SIN SINH SKEW SLN
          SLOPE SMALL SQRT SQRTPI STANDARDIZE STDEV STDEVA STDEVP STDEVPA STEYX SUBSTITUTE SUBTOTAL
          SUM SUMIF SUMIFS SUMPRODUCT SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 SYD T TAN TANH TBILLEQ
          TBILLPRICE TBILLYIELD TDIST TEXT TIME TIMEVALUE TINV TODAY TRANSPOSE TREND TRIM TRIMMEAN
          TRUE TRUNC TTEST TYPE UPPER VALUE VAR VARA VARP VARPA VDB VLOOKUP WEEKDAY WEEKNUM WEIBULL
          WORKDAY XIRR XNPV YEAR YEARFRAC YIELD YIELDDISC YIELDMAT ZTEST
          """);

  private static final Set<String> OF_2010 =
      words(
          """
          AGGREGATE BETA.DIST BETA.INV BINOM.DIST BINOM.INV CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT
          CHISQ.INV CHISQ.INV.RT CHISQ.TEST CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S
          ERF.PRECISE ERFC.PRECISE EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.PRECISE
          GAMMA.DIST GAMMA.INV GAMMALN.PRECISE HYPGEOM.DIST LOGNORM.DIST LOGNORM.INV MODE.MULT
          MODE.SNGL NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV PERCENTILE.EXC
          PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC POISSON.DIST QUARTILE.EXC QUARTILE.INC
          RANK.AVG RANK.EQ STDEV.P STDEV.S T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST VAR.P
          VAR.S WEIBULL.DIST Z.TEST
          """);

  /** New in Excel 2010, but stored without a prefix. */
  private static final Set<String> OF_2010_WITHOUT_PREFIX =
      words("ISO.CEILING NETWORKDAYS.INTL WORKDAY.INTL");

  private FormulaFunctions() {}

  /** The functions called, as stored, in order. */
  static List<String> called(String formula) {
    List<String> names = new ArrayList<>();
    Matcher matcher = CALL.matcher(TEXT_OR_QUOTED_NAME.matcher(formula).replaceAll("''"));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Whether the formula calls a worksheet function of ours under its stored name. */
  static boolean callsAddIn(String formula) {
    return called(formula).stream().anyMatch(name -> name.startsWith("_xll."));
  }

  /** What is wrong with the names of the functions that a stored formula calls. */
  static List<String> findings(String formula) {
    List<String> findings = new ArrayList<>();
    for (String name : called(formula)) {
      String wrong = wrong(name);
      if (wrong != null) {
        findings.add(name + " " + wrong);
      }
    }
    return findings;
  }

  private static String wrong(String stored) {
    String name = stored.toUpperCase(Locale.ROOT);
    if (stored.startsWith("_xll.")) {
      return Catalogue.standard().find(stored).isPresent() ? null : "is no function of ours";
    }
    if (stored.startsWith("_xlfn.")) {
      String plain = name.substring("_xlfn.".length());
      return OF_2010.contains(plain) ? null : "is no function of Excel 2010";
    }
    if (UP_TO_2007.contains(name) || OF_2010_WITHOUT_PREFIX.contains(name)) {
      return null;
    }
    if (Catalogue.standard().find(stored).isPresent()) {
      return "is stored without _xll.";
    }
    return OF_2010.contains(name)
        ? "is stored without _xlfn."
        : "is no function that Excel 2010 knows";
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}

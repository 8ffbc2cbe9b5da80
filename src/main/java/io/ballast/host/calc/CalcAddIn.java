package io.ballast.host.calc;

import com.sun.star.lang.Locale;
import com.sun.star.lang.XServiceInfo;
import com.sun.star.lang.XServiceName;
import com.sun.star.lang.XSingleComponentFactory;
import com.sun.star.lib.uno.helper.Factory;
import com.sun.star.lib.uno.helper.WeakBase;
import com.sun.star.sheet.LocalizedName;
import com.sun.star.sheet.XAddIn;
import com.sun.star.sheet.XCompatibilityNames;
import io.ballast.functions.Catalogue;

/**
 * What the generated add-in extends: calls by name, and everything that Calc asks about a function,
 * answered from the catalogue.
 *
 * <p>The service is named {@code _xll}, so that the stored name of a function in an .xlsx file,
 * {@code _xll.SHARPE}, is its name in Calc too.
 */
public abstract class CalcAddIn extends WeakBase
    implements XAddIn, XCompatibilityNames, XServiceName, XServiceInfo {
  /** The name of the service, and the prefix of every function in a file. */
  static final String SERVICE = "_xll";

  /** Calc's own category for the functions of add-ins; it knows no others than its own. */
  static final String CATEGORY = "Add-In";

  private Locale locale = new Locale("en", "US", "");

  /** For the generated class. */
  protected CalcAddIn() {}

  /** The factory that LibreOffice asks the jar for, or null if the name is not the class's. */
  protected static XSingleComponentFactory factory(
      Class<? extends CalcAddIn> type, String implementationName) {
    return type.getName().equals(implementationName)
        ? Factory.createComponentFactory(type, new String[] {SERVICE})
        : null;
  }

  /**
   * Calls a worksheet function.
   *
   * @param function its name
   * @param arguments as Calc hands them over
   * @return the result as Calc shows it; never an exception
   */
  protected static Object call(String function, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = CalcValues.argument(arguments[i]);
    }
    return CalcValues.result(function(function).call(arguments));
  }

  /** The text by which the function wizard names an argument; all look optional to Calc. */
  static String description(Catalogue.Argument argument) {
    return argument.optional() ? argument.description() : "Required. " + argument.description();
  }

  private static Catalogue.Function function(String name) {
    return Catalogue.standard()
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("no function " + name));
  }

  private static Catalogue.Argument argument(String name, int index) {
    return function(name).arguments().get(index);
  }

  @Override
  public String getProgrammaticFuntionName(String displayName) {
    return displayName;
  }

  @Override
  public String getDisplayFunctionName(String name) {
    return name;
  }

  @Override
  public String getFunctionDescription(String name) {
    return function(name).description();
  }

  @Override
  public String getDisplayArgumentName(String name, int index) {
    return argument(name, index).name();
  }

  @Override
  public String getArgumentDescription(String name, int index) {
    return description(argument(name, index));
  }

  @Override
  public String getProgrammaticCategoryName(String name) {
    return CATEGORY;
  }

  @Override
  public String getDisplayCategoryName(String name) {
    return CATEGORY;
  }

  @Override
  public LocalizedName[] getCompatibilityNames(String name) {
    return new LocalizedName[] {new LocalizedName(locale, SERVICE + "." + name)};
  }

  @Override
  public void setLocale(Locale wanted) {
    locale = wanted;
  }

  @Override
  public Locale getLocale() {
    return locale;
  }

  @Override
  public String getServiceName() {
    return SERVICE;
  }

  @Override
  public String getImplementationName() {
    return getClass().getName();
  }

  @Override
  public boolean supportsService(String service) {
    return SERVICE.equals(service);
  }

  @Override
  public String[] getSupportedServiceNames() {
    return new String[] {SERVICE};
  }
}

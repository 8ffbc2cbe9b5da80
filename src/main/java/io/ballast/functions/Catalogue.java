package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every worksheet function, read from the annotations of its method. The hosts, the evaluator, the
 * reference and the workbooks all ask here; no other list of names exists.
 */
public final class Catalogue {
  /**
   * The classes that declare worksheet functions, one a category, in the order of the reference.
   */
  private static final List<Class<?>> CLASSES =
      List.of(
          ReturnFunctions.class,
          VolatilityFunctions.class,
          RiskAdjustedFunctions.class,
          MarketModelFunctions.class,
          DrawdownAndTailRiskFunctions.class,
          DiversificationFunctions.class,
          PositionSizingFunctions.class,
          StopFunctions.class,
          LimitFunctions.class,
          DueDiligenceAndDataFunctions.class);

  private static final Catalogue STANDARD = read(CLASSES);

  private final Map<String, Function> functions;
  private final List<Function> listed;

  private Catalogue(Map<String, Function> functions) {
    this.functions = Collections.unmodifiableMap(functions);
    this.listed =
        functions.values().stream()
            .filter(f -> !f.method().getAnnotation(ExcelFunction.class).isHidden())
            .toList();
  }

  /**
   * A worksheet function.
   *
   * @param name the name to type
   * @param category the category in the host's list of functions
   * @param description one sentence
   * @param arguments in order, the optional ones last
   * @param result what comes back, in a few words
   * @param method the annotated method
   */
  public record Function(
      String name,
      String category,
      String description,
      List<Argument> arguments,
      String result,
      Method method) {
    /** The call as a user types it: {@code SHARPE(returns, [risk_free], [periods_per_year])}. */
    public String syntax() {
      List<String> names = new ArrayList<>();
      for (Argument argument : arguments) {
        names.add(argument.optional() ? "[" + argument.name() + "]" : argument.name());
      }
      return name + "(" + String.join(", ", names) + ")";
    }

    /** How many arguments have no default. */
    public int required() {
      return (int) arguments.stream().filter(a -> !a.optional()).count();
    }

    /**
     * Calls the function as a host does.
     *
     * @param values one for each argument, at most: null for an omitted one, an {@code Object[][]}
     *     for a range; a scalar given for a range becomes a range of one cell
     * @return a Double, String, Boolean, CellError, or Object[][] of those
     */
    public Object call(Object... values) {
      Object[] actual = new Object[arguments.size()];
      for (int i = 0; i < actual.length; i++) {
        Object value = i < values.length ? values[i] : null;
        boolean wrap = value != null && arguments.get(i).range() && !(value instanceof Object[][]);
        actual[i] = wrap ? new Object[][] {{value}} : value;
      }
      try {
        return method.invoke(null, actual);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(method + " is not accessible", e);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(name + " threw", e.getCause());
      }
    }
  }

  /**
   * An argument of a worksheet function.
   *
   * @param name without the brackets of an optional one
   * @param optional whether it may be left out
   * @param defaultText the default as its description gives it, null if there is none
   * @param description what it means
   * @param range whether it takes a range rather than a single value
   */
  public record Argument(
      String name, boolean optional, String defaultText, String description, boolean range) {
    private static final Pattern DEFAULT = Pattern.compile("; default (.+?)(?:\\. ?)?$");

    static Argument of(ExcelArgument annotation, Class<?> type) {
      String shown = annotation.value();
      boolean optional = shown.startsWith("[");
      String description = annotation.description().strip();
      Matcher matcher = DEFAULT.matcher(description);
      return new Argument(
          optional ? shown.substring(1, shown.length() - 1) : shown,
          optional,
          matcher.find() ? matcher.group(1) : null,
          description,
          type == Object[][].class);
    }
  }

  /** The catalogue of all worksheet functions. */
  public static Catalogue standard() {
    return STANDARD;
  }

  /** The classes that declare worksheet functions. */
  public static List<Class<?>> classes() {
    return CLASSES;
  }

  private static Catalogue read(List<Class<?>> classes) {
    Map<String, Function> functions = new LinkedHashMap<>();
    for (Class<?> type : classes) {
      List<Method> methods = new ArrayList<>();
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(ExcelFunction.class)) {
          methods.add(method);
        }
      }
      methods.sort(Comparator.comparing(m -> m.getAnnotation(ExcelFunction.class).value()));
      for (Method method : methods) {
        Function function = function(method);
        if (functions.put(function.name(), function) != null) {
          throw new IllegalStateException(function.name() + " is declared twice");
        }
      }
    }
    return new Catalogue(functions);
  }

  private static Function function(Method method) {
    ExcelFunction annotation = method.getAnnotation(ExcelFunction.class);
    ExcelArguments listed = method.getAnnotation(ExcelArguments.class);
    ExcelArgument[] described = listed == null ? new ExcelArgument[0] : listed.value();
    Class<?>[] types = method.getParameterTypes();
    if (described.length != types.length) {
      throw new IllegalStateException(method + " describes " + described.length + " arguments");
    }
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      arguments.add(Argument.of(described[i], types[i]));
    }
    return new Function(
        annotation.value(),
        annotation.category(),
        annotation.description(),
        List.copyOf(arguments),
        method.getAnnotation(Result.class).value(),
        method);
  }

  /** The functions that users are told of, by category, then by name: all but the hidden ones. */
  public Collection<Function> functions() {
    return listed;
  }

  /** All functions, by category, then by name, the hidden ones included. */
  public Collection<Function> all() {
    return functions.values();
  }

  /**
   * The function of this name, hidden or not, whatever its case, with or without the prefix {@code
   * _xll.}.
   */
  public Optional<Function> find(String name) {
    String plain = name.toUpperCase(Locale.ROOT);
    return Optional.ofNullable(
        functions.get(plain.startsWith("_XLL.") ? plain.substring(5) : plain));
  }
}

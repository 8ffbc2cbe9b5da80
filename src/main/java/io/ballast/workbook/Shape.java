package io.ballast.workbook;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that the parts of a file besides cells and values depend on. Books of equal shape have equal
 * skeletons.
 *
 * @param facts everything about the book and its sheets but the cells
 * @param styles the looks of the cells, in the order in which they first appear
 * @param addIn whether a formula calls the add-in
 */
record Shape(List<Object> facts, List<Style> styles, boolean addIn) {
  /** What a sheet is besides its cells; a property added there is part of the shape by itself. */
  private static final List<Field> PROPERTIES =
      Arrays.stream(Sheet.class.getDeclaredFields())
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .filter(field -> !field.getName().equals("rows"))
          .peek(field -> field.setAccessible(true))
          .toList();

  static Shape of(Book book) {
    List<Object> facts = new ArrayList<>();
    facts.add(book.subject());
    for (Book.Name name : book.names()) {
      facts.add(fact(name));
    }
    Set<Style> styles = new LinkedHashSet<>();
    boolean addIn = false;
    for (Sheet sheet : book.sheets()) {
      for (Field property : PROPERTIES) {
        facts.add(fact(get(property, sheet)));
      }
      for (Chart chart : sheet.charts()) {
        facts.add(ChartWriter.monthsBetweenLabels(chart));
      }
      addIn |= survey(sheet, styles);
    }
    return new Shape(List.copyOf(facts), List.copyOf(styles), addIn);
  }

  /** Collects the styles of the cells; returns whether a formula calls the add-in. */
  private static boolean survey(Sheet sheet, Set<Style> styles) {
    boolean addIn = false;
    Style[] above = new Style[0];
    for (int r = 0; r < sheet.rowCount(); r++) {
      Cell[] cells = sheet.row(r);
      if (cells != null && cells.length > above.length) {
        above = Arrays.copyOf(above, cells.length);
      }
      for (int c = 0; cells != null && c < cells.length; c++) {
        Cell cell = cells[c];
        if (cell != null) {
          if (cell.style != above[c]) {
            above[c] = cell.style;
            styles.add(cell.style);
          }
          addIn |= cell.formula != null && cell.formula.usesAddIn();
        }
      }
    }
    return addIn;
  }

  /** A value that equals that of another book if they mean the same. */
  private static Object fact(Object value) {
    if (value instanceof Sheet sheet) {
      return sheet.name();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Shape::fact).toList();
    }
    if (value instanceof Record) {
      List<Object> parts = new ArrayList<>();
      parts.add(value.getClass());
      for (RecordComponent component : COMPONENTS.get(value.getClass())) {
        parts.add(fact(get(component, value)));
      }
      return parts;
    }
    return value;
  }

  /** The components of a record class, which are looked up once. */
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private static Object get(Field field, Sheet sheet) {
    try {
      return field.get(sheet);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object get(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.ballast.formula;

import io.ballast.functions.Catalogue;
import io.ballast.functions.CellError;
import java.util.List;

/** A formula as a tree. Values are as in {@link Scope}; an error is a value, never thrown. */
sealed interface Node {
  /** The value at a place. */
  Object value(Frame frame);

  /** Whether it stands for cells, whose text and logical values aggregates skip. */
  default boolean isReference() {
    return false;
  }

  /** An argument left empty. */
  record Omitted() implements Node {
    @Override
    public Object value(Frame frame) {
      return null;
    }
  }

  /** A number, text, logical value, error, or array constant. */
  record Literal(Object constant) implements Node {
    @Override
    public Object value(Frame frame) {
      return constant;
    }
  }

  /** A defined name. */
  record Name(String name) implements Node {
    @Override
    public Object value(Frame frame) {
      return frame.scope().name(name);
    }

    @Override
    public boolean isReference() {
      return true;
    }
  }

  /** One cell. */
  record Cell(String sheet, Corner corner) implements Node {
    @Override
    public Object value(Frame frame) {
      int row = corner.row(frame.rowShift());
      int column = corner.column(frame.columnShift());
      return Corner.isOnSheet(row, column) ? frame.scope().cell(sheet, row, column) : CellError.REF;
    }

    @Override
    public boolean isReference() {
      return true;
    }
  }

  /** A block of cells. */
  record Range(String sheet, Corner from, Corner to) implements Node {
    @Override
    public Object value(Frame frame) {
      int row1 = from.row(frame.rowShift());
      int column1 = from.column(frame.columnShift());
      int row2 = to.row(frame.rowShift());
      int column2 = to.column(frame.columnShift());
      if (!Corner.isOnSheet(row1, column1) || !Corner.isOnSheet(row2, column2)) {
        return CellError.REF;
      }
      return frame
          .scope()
          .range(
              sheet,
              Math.min(row1, row2),
              Math.min(column1, column2),
              Math.max(row1, row2),
              Math.max(column1, column2));
    }

    @Override
    public boolean isReference() {
      return true;
    }
  }

  /** A sign or percent. */
  record Unary(UnaryOperator operator, Node operand) implements Node {
    @Override
    public Object value(Frame frame) {
      return operator.apply(operand.value(frame));
    }
  }

  /** Operators of one precedence, from left to right: {@code a - b + c}. */
  record Chain(Node first, List<BinaryOperator> operators, List<Node> others) implements Node {
    @Override
    public Object value(Frame frame) {
      Object value = first.value(frame);
      for (int i = 0; i < others.size(); i++) {
        value = operators.get(i).apply(value, others.get(i).value(frame));
      }
      return value;
    }
  }

  /** A call of a worksheet function of ours: it decides what its arguments mean. */
  record AddInCall(Catalogue.Function function, List<Node> arguments) implements Node {
    @Override
    public Object value(Frame frame) {
      Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).value(frame);
      }
      return function.call(values);
    }
  }

  /** A call of a function that the spreadsheet itself has. */
  record BuiltInCall(BuiltIn function, List<Node> arguments) implements Node {
    @Override
    public Object value(Frame frame) {
      return function.call(frame, arguments);
    }
  }
}

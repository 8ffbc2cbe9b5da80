package io.ballast.host.calc;

import io.ballast.functions.BallastVersion;
import io.ballast.testing.LibreOffice;
import io.ballast.testing.RunningOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the one LibreOffice of the whole run, with the packaged add-in. Where there is no
 * LibreOffice the test is skipped with a message; where there is no package it fails.
 */
public final class CalcOffice implements ParameterResolver {
  private static final Path EXTENSION =
      Path.of("target", "ballast-" + BallastVersion.get() + ".oxt");

  /** The office, which the engine closes after the last test. */
  private record Shared(RunningOffice office) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      office.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningOffice.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    LibreOffice installed = LibreOffice.assumeInstalled();
    return context
        .getRoot()
        .getStore(Namespace.create(CalcOffice.class))
        .getOrComputeIfAbsent(Shared.class, key -> start(installed), Shared.class)
        .office();
  }

  private static Shared start(LibreOffice installed) {
    if (!Files.isRegularFile(EXTENSION)) {
      throw new IllegalStateException(EXTENSION + " is missing: run mvn package first");
    }
    try {
      return new Shared(RunningOffice.start(installed, EXTENSION));
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}

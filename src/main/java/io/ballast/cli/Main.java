package io.ballast.cli;

import io.ballast.functions.BallastVersion;
import io.ballast.market.IsoDates;
import java.io.PrintWriter;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ballast}. */
@Command(
    name = "ballast",
    description = "Crypto-risk functions for spreadsheets.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      SampleCommand.class,
      ImportCommand.class,
      WorkbookCommand.class,
      BatchCommand.class,
      EvalCommand.class,
      FunctionsCommand.class
    })
public final class Main implements Runnable {
  private Main() {}

  /** Tells the version of this build. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"ballast " + BallastVersion.get()};
    }
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /**
   * The command line: choices such as {@code --format} and {@code --from} are read as people write
   * them, and wrong usage is answered by one line, not by the whole help.
   */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Main::date)
        .setParameterExceptionHandler(Main::explain);
  }

  private static LocalDate date(String text) {
    LocalDate date = IsoDates.parse(text);
    if (date == null) {
      throw new CommandLine.TypeConversionException(
          "found " + text + ", expected a date such as 2021-01-31");
    }
    return date;
  }

  private static int explain(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** Runs a command and leaves with its exit code: 0 done, 1 a failure of ours, 2 wrong input. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}

package io.ballast.cli;

import io.ballast.functions.BallastVersion;
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

  /** The command line; a choice such as {@code --format} is read in any case. */
  static CommandLine commandLine() {
    return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Runs a command and leaves with its exit code: 0 done, 1 a failure of ours, 2 wrong input. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}

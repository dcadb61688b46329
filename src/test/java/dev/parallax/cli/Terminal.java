package dev.parallax.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// A terminal in memory: what commands print, and how they end.
final class Terminal {
    private final StringWriter results = new StringWriter();
    private final StringWriter remarks = new StringWriter();
    private final Output output = new Output(new PrintWriter(results), new PrintWriter(remarks));

    Output output() {
        return output;
    }

    int run(List<Object> commands, String... arguments) {
        List<Subcommand> made = commands.stream().map(Terminal::subcommand).toList();
        return Parallax.execute(made, "1.2.3", output, arguments);
    }

    private static <T> Subcommand subcommand(T command) {
        @SuppressWarnings("unchecked") // what an object's class is, is known
        var type = (Class<T>) command.getClass();
        return Subcommand.of(type, () -> command);
    }

    String results() {
        return results.toString();
    }

    String remarks() {
        return remarks.toString();
    }
}

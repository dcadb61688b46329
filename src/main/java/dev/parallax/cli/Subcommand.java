package dev.parallax.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// A command below another one, which is only made when it is typed or has to be listed: to read
/// the annotations of all of them costs every start as much as many a command.
public final class Subcommand {
    private final String name;
    private final Function<List<String>, Object> making;

    private Subcommand(String name, Function<List<String>, Object> making) {
        this.name = name;
        this.making = making;
    }

    /// A command that does something.
    ///
    /// @param type annotated with `@Command`, which says what is typed
    public static <T> Subcommand of(Class<T> type, Supplier<T> command) {
        return new Subcommand(type.getAnnotation(Command.class).name(), _ -> command.get());
    }

    /// A command that only holds others: `parallax journey`, `parallax rum`.
    ///
    /// @param name what is typed
    /// @param description one sentence for `--help`
    /// @param commands in the order `--help` lists them
    public static Subcommand group(String name, String description, Subcommand... commands) {
        return new Subcommand(
                name,
                words -> {
                    var line = new CommandLine(new Group());
                    line.getCommandSpec().name(name).usageMessage().description(description);
                    add(line, List.of(commands), words);
                    return line;
                });
    }

    /// A command that does something by itself and has others below it: what is typed behind it
    /// decides. It is one or the other, so that the options it requires are not required of those.
    ///
    /// @param commands in no particular order; the command's own help has to name them
    public Subcommand over(Subcommand... commands) {
        List<Subcommand> below = List.of(commands);
        return new Subcommand(
                name,
                words -> {
                    boolean isBelow =
                            !words.isEmpty()
                                    && below.stream()
                                            .anyMatch(command ->
                                                    command.name.equals(words.getFirst()));
                    if (!isBelow) {
                        return making.apply(words);
                    }
                    var line = new CommandLine(new Group());
                    line.getCommandSpec().name(name);
                    add(line, below, words);
                    return line;
                });
    }

    /// Puts the command that is typed below another one; all of them if it is none of them, so that
    /// help and proposals know each.
    ///
    /// @param words typed behind that other command
    static void add(CommandLine above, List<Subcommand> all, List<String> words) {
        List<Subcommand> typed =
                all.stream()
                        .filter(command ->
                                !words.isEmpty() && command.name.equals(words.getFirst()))
                        .toList();
        if (typed.isEmpty()) {
            all.forEach(command -> above.addSubcommand(command.making.apply(List.of())));
        } else {
            above.addSubcommand(typed.getFirst().making.apply(words.subList(1, words.size())));
        }
    }
}

package dev.parallax.importer.layout;

import java.util.function.BiConsumer;

/// Lines of `key=value` pairs with blanks between, as Loki and Faro write them. A value with blanks
/// is in quotes, where `\"`, `\\`, `\n` and `\t` are escapes; a key without a value is `true`.
final class Logfmt {
    private Logfmt() {}

    /// Tells the record the pairs of a line.
    ///
    /// @return false if there is none, or a quote is missing
    static boolean parse(String line, BiConsumer<String, String> record) {
        boolean found = false;
        int at = 0;
        while (at < line.length()) {
            at = skipBlanks(line, at);
            int end = keyEnd(line, at);
            if (end == at) {
                return found && at >= line.length();
            }
            String key = line.substring(at, end);
            if (end == line.length() || line.charAt(end) != '=') {
                at = end;
                continue;
            }
            at = value(line, end + 1, key, record);
            if (at < 0) {
                return false;
            }
            found = true;
        }
        return found;
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static int keyEnd(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) > ' ' && line.charAt(at) != '=') {
            at++;
        }
        return at;
    }

    /// @return where it ends, -1 if a quote is missing
    private static int value(String line, int from, String key, BiConsumer<String, String> record) {
        if (from < line.length() && line.charAt(from) == '"') {
            return quoted(line, from + 1, key, record);
        }
        int at = from;
        while (at < line.length() && line.charAt(at) > ' ') {
            at++;
        }
        record.accept(key, line.substring(from, at));
        return at;
    }

    private static int quoted(
            String line, int from, String key, BiConsumer<String, String> record) {
        var text = new StringBuilder();
        int at = from;
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at++);
            if (c == '\\' && at < line.length()) {
                char escaped = line.charAt(at++);
                text.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            default -> escaped;
                        });
            } else {
                text.append(c);
            }
        }
        if (at == line.length()) {
            return -1;
        }
        record.accept(key, text.toString());
        return at + 1;
    }
}

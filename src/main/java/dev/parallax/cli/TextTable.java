package dev.parallax.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Rows of text laid out in columns for a terminal.
///
/// @param header a name that starts with `#` aligns its column to the right, for numbers
record TextTable(List<String> header, List<List<String>> rows) {
    private static final String GAP = "  ";

    List<String> lines() {
        List<String> names = header.stream().map(name -> name.replaceFirst("^#", "")).toList();
        List<List<String>> all = Stream.concat(Stream.of(names), rows.stream()).toList();
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            var line = new StringBuilder();
            for (int column = 0; column < names.size(); column++) {
                line.append(column == 0 ? "" : GAP).append(cell(all, row, column));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String cell(List<List<String>> all, List<String> row, int column) {
        int width = all.stream().mapToInt(other -> length(other.get(column))).max().orElse(0);
        String padding = " ".repeat(width - length(row.get(column)));
        return header.get(column).startsWith("#")
                ? padding + row.get(column)
                : row.get(column) + padding;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

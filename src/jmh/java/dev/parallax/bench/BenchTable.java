package dev.parallax.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Prints figures under one another.
final class BenchTable {
    private static final int FIRST = 46;
    private static final int OTHER = 13;

    private BenchTable() {}

    static void title(String title, String... columns) {
        say("");
        say(title);
        row("", (Object[]) columns);
    }

    /// @param cells texts as they are, numbers with two decimals
    static void row(String name, Object... cells) {
        var line = new StringBuilder(String.format("%-" + FIRST + "s", name));
        for (Object cell : cells) {
            String text =
                    cell instanceof Double number
                            ? String.format(Locale.ROOT, number < 1 ? "%.3f" : "%.2f", number)
                            : cell.toString();
            line.append(String.format("%" + OTHER + "s", text));
        }
        say(line.toString());
    }

    static void say(String text) {
        System.out.println(text);
    }

    static double median(List<Double> numbers) {
        return median(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// What a ranking shows at one moment: values with intervals, one a row.
///
/// @param scale of the values; on a logarithmic one they are ratios, and bars begin at 1
/// @param heads what stands over the columns of words
/// @param rows the first one on top
/// @param mark how a value is written on the axis
/// @param csv the numbers for a file
public record RankShown(
        Scale scale, Heads heads, List<Row> rows, DoubleFunction<String> mark, String csv) {
    /// Ratios beyond it in either direction end at the edge.
    private static final double MOST = 64;

    public RankShown {
        rows = List.copyOf(rows);
    }

    /// What stands over the figures and the details.
    public record Heads(String figure, String detail) {}

    /// What stands in one row.
    ///
    /// @param kind what the name is of, in a word or two
    /// @param value 0 or more
    /// @param low end of its interval
    /// @param high end of its interval, may be infinite
    /// @param standing how it is coloured
    /// @param figure the value in words
    /// @param detail what else is to be said, briefly
    public record Row(
            String kind,
            String name,
            double value,
            double low,
            double high,
            Standing standing,
            String figure,
            String detail) {}

    /// What a row's interval says.
    public enum Standing {
        OVER,
        UNDER,
        UNSURE
    }

    /// What the colours of the rows mean, and the whiskers.
    List<LegendEntry> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        if (scale == Scale.LINEAR) {
            entries.add(new LegendEntry(Ink.MATCHED, heads.figure()));
        } else {
            if (has(Standing.OVER)) {
                entries.add(new LegendEntry(Ink.MATCHED, Texts.of("rank.more.often")));
            }
            if (has(Standing.UNDER)) {
                entries.add(new LegendEntry(Ink.LAB, Texts.of("rank.less.often")));
            }
            if (has(Standing.UNSURE)) {
                entries.add(new LegendEntry(Ink.FIELD, Texts.of("rank.unsure")));
            }
        }
        entries.add(new LegendEntry(Ink.TEXT, Texts.of("rank.interval")));
        return entries;
    }

    private boolean has(Standing standing) {
        return rows.stream().anyMatch(row -> row.standing() == standing);
    }

    /// The value at the left edge.
    double least() {
        if (scale == Scale.LINEAR) {
            return 0;
        }
        double least = rows.stream().mapToDouble(Row::low).filter(low -> low > 0).min().orElse(1);
        return Math.clamp(least / 1.1, 1 / MOST, 0.5);
    }

    /// The value at the right edge. An interval that is far wider than all values ends there.
    double most() {
        double value = rows.stream().mapToDouble(Row::value).max().orElse(1);
        double most =
                rows.stream().mapToDouble(row -> Math.min(row.high(), 2 * value)).max().orElse(1);
        if (scale == Scale.LINEAR) {
            return most > 0 ? most * 1.05 : 1;
        }
        return Math.clamp(most * 1.1, 2, MOST);
    }
}

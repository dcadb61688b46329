package dev.parallax.ui.compare;

import dev.parallax.compare.Impact;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.Lift;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.rum.Trait;
import java.util.List;
import java.util.Locale;

/// Rankings as CSV; numbers as computers write them, whatever the locale.
final class RankCsv {
    private RankCsv() {}

    static String of(Impacts impacts, List<Impact> rows) {
        var csv = new StringBuilder("of,value,views,share,impact,low,high,share_of_gap");
        csv.append(",p50,p50_low,p50_high,p75,p75_low,p75_high,distance\n");
        for (Impact row : rows) {
            csv.append(trait(row.trait()))
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    ",%d,%.6f,%.4f,%.4f,%s,%.6f",
                                    row.views(),
                                    row.share(),
                                    row.value(),
                                    row.interval().low(),
                                    end(row.interval().high()),
                                    row.ofGap()));
            for (int percentile : new int[] {50, 75}) {
                csv.append(quantile(row, percentile));
            }
            var distance = row.distance(impacts.reference());
            csv.append(
                            distance.isEmpty()
                                    ? ","
                                    : String.format(Locale.ROOT, ",%.4f", distance.getAsDouble()))
                    .append('\n');
        }
        return csv.toString();
    }

    static String of(List<Lift> rows) {
        var csv = new StringBuilder("of,value,picked,compared,picked_share,compared_share");
        csv.append(",lift,low,high\n");
        for (Lift row : rows) {
            csv.append(trait(row.trait()))
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    ",%.0f,%.0f,%.6f,%.6f,%.4f,%.4f,%s\n",
                                    row.picked(),
                                    row.compared(),
                                    row.pickedShare(),
                                    row.comparedShare(),
                                    row.value(),
                                    row.interval().low(),
                                    end(row.interval().high())));
        }
        return csv.toString();
    }

    private static String quantile(Impact row, int percentile) {
        return row.quantiles().stream()
                .filter(QuantileEstimate.Known.class::isInstance)
                .map(QuantileEstimate.Known.class::cast)
                .filter(known -> known.percentile() == percentile)
                .findFirst()
                .map(known ->
                        String.format(
                                Locale.ROOT,
                                ",%.4f,%.4f,%.4f",
                                known.value(),
                                known.interval().low(),
                                known.interval().high()))
                .orElse(",,,");
    }

    private static String end(double high) {
        return Double.isInfinite(high) ? "" : String.format(Locale.ROOT, "%.4f", high);
    }

    /// Texts come from a stranger's file: quoted, and none is a formula to a spreadsheet.
    private static String trait(Trait trait) {
        String value = trait.value();
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return trait.key() + ",\"" + (formula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }
}

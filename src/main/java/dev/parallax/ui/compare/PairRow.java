package dev.parallax.ui.compare;

import dev.parallax.compare.FieldPair;
import dev.parallax.metric.Metric;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;

/// A percentile or a share of both sides, as the table has it.
record PairRow(String name, String before, String after, String difference, String interval) {

    static List<PairRow> of(FieldPair pair) {
        Metric metric = pair.metric();
        List<PairRow> rows = new ArrayList<>();
        for (FieldPair.AtPercentile at : pair.quantiles()) {
            rows.add(
                    new PairRow(
                            "p" + at.percentile(),
                            Numbers.of(metric, at.before()),
                            Numbers.of(metric, at.after()),
                            PairNumbers.signed(metric, at.difference().value()),
                            PairNumbers.range(metric, at.difference().interval())));
        }
        for (FieldPair.InClass share : pair.shares()) {
            rows.add(
                    new PairRow(
                            name(share.share()),
                            Numbers.percent(share.before()),
                            Numbers.percent(share.after()),
                            Texts.of(
                                    "pair.poor.points",
                                    PairNumbers.points(share.difference().value())),
                            PairNumbers.points(share.difference().interval())));
        }
        return rows;
    }

    private static String name(FieldPair.Share share) {
        return switch (share) {
            case GOOD -> Texts.of("pair.share.good");
            case NEEDS_IMPROVEMENT -> Texts.of("pair.share.fair");
            case POOR -> Texts.of("pair.share.poor");
        };
    }
}

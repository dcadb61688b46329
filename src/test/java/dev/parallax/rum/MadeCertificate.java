package dev.parallax.rum;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.ImportRecord.Counts;
import dev.parallax.rum.ImportRecord.Evidence;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.ImportRecord.MetricReport;
import dev.parallax.rum.ImportRecord.SourceFile;
import dev.parallax.rum.QualityFacts.Day;
import dev.parallax.rum.QualityFacts.Gap;
import dev.parallax.rum.QualityFacts.MetricFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A certificate of two imports in which no two numbers are the same.
public final class MadeCertificate {
    private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T10:00:00Z");
    private static final Instant MADE = Instant.parse("2026-05-01T10:00:00Z");

    private MadeCertificate() {}

    public static Certificate of(Dataset.Kind kind) {
        List<StoredImport> imports = List.of(march(), april());
        var dataset =
                new Dataset(
                        1,
                        1,
                        kind,
                        "field",
                        APRIL,
                        new Dataset.Size(1_303, 1_291, 2_606.5, Dataset.Weighting.BY_ROW),
                        MARCH,
                        APRIL,
                        Provenance.of(imports.stream().map(StoredImport::record).toList()));
        return new Certificate(
                dataset,
                MADE,
                imports,
                List.of(
                        new QuarantinedValues(7, Metric.LCP, QuarantineReason.NEGATIVE, 41, 0),
                        new QuarantinedValues(8, Metric.INP, QuarantineReason.TOO_LARGE, 43, 37)),
                kind == Dataset.Kind.PAGE_VIEWS ? facts() : null,
                List.of("FCP is 0 in every row that has it."));
    }

    private static StoredImport march() {
        return stored(
                7,
                MARCH,
                new ImportRecord(
                        "csv",
                        Evidence.SAMPLE,
                        List.of(new SourceFile("march.csv", 5_003, "a1".repeat(32))),
                        new Counts(1_234, 1_200, 17, 11),
                        List.of(
                                new LeftOut("no metric", 2, "march.csv, line 9", 9),
                                new LeftOut("too few columns", 1, "march.csv, line 4", 4)),
                        List.of(new LeftOut("no page view", 3, "march.csv, line 5", 5)),
                        List.of(new LeftOut("bots", 8, "", 0)),
                        List.of(
                                new MetricReport(
                                        Metric.LCP,
                                        1_100,
                                        Definition.SAME,
                                        "s",
                                        "from the header",
                                        List.of(
                                                new LeftOut(
                                                        "negative", 41, "march.csv, line 6", 6)))),
                        List.of("colour"),
                        List.of("Times have no zone.", "march.csv was read as UTF-16LE.")));
    }

    private static StoredImport april() {
        return stored(
                8,
                APRIL,
                new ImportRecord(
                        "crux",
                        Evidence.DOCUMENTATION,
                        List.of(new SourceFile("april.csv", 6_007, "b2".repeat(32))),
                        new Counts(140, 103, 13, 5),
                        List.of(new LeftOut("too few columns", 19, "april.csv, line 2", 2)),
                        List.of(),
                        List.of(new LeftOut("bots", 4, "", 0)),
                        List.of(
                                new MetricReport(
                                        Metric.LCP, 97, Definition.DIFFERS, "ms", "", List.of()),
                                new MetricReport(
                                        Metric.CLS, 89, Definition.SAME, "none", "", List.of())),
                        List.of(),
                        List.of("Times have no zone.")));
    }

    private static StoredImport stored(long id, Instant at, ImportRecord record) {
        return new StoredImport(
                id,
                at,
                new Dataset.Size(
                        record.imported(),
                        record.imported(),
                        record.imported(),
                        Dataset.Weighting.NONE),
                at,
                at,
                record);
    }

    private static QualityFacts facts() {
        return new QualityFacts(
                1_303,
                2_606.5,
                987.6,
                21,
                new TimeWindow(MARCH, APRIL),
                List.of(
                        new Day(LocalDate.of(2026, 3, 1), 800),
                        new Day(LocalDate.of(2026, 4, 1), 482)),
                List.of(new Gap(MARCH.plusSeconds(60), MARCH.plusSeconds(60 + 7_500))),
                2,
                Duration.ofSeconds(8_500),
                Map.of(Metric.LCP, new MetricFacts(106, 23, 0, 9_000)),
                Map.of(Dimension.DEVICE, 29L, Dimension.COUNTRY, 31L),
                53,
                59,
                61,
                67,
                Map.of(Exclusion.BOT, 12L));
    }
}

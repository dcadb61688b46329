package dev.parallax.importer;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.rum.Segment;
import dev.parallax.settings.PseudonymKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Files written and imported by a test, with what came of it.
record ImportedFile(ImportReport report, PageViews views) {

    private static final Path TEMPORARY =
            Path.of(System.getProperty("java.io.tmpdir"), "parallax-tests");

    static ImportedFile of(Path... files) {
        return of(ImportOptions.FIND_OUT, files);
    }

    static ImportedFile of(ImportOptions options, Path... files) {
        var recorded = new RecordedPageViews();
        ImportReport report =
                new Importer(TEMPORARY, () -> new PseudonymKey(1, 2))
                        .read(List.of(files), options, recorded, Progress.NONE);
        return new ImportedFile(report, recorded.open());
    }

    /// Imports a text as a file in this folder.
    static ImportedFile of(Path folder, String text) {
        return of(write(folder, "views.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// All values of a metric, sorted, in its unit.
    double[] values(Metric metric) {
        var distribution = views.distribution(metric, views.select(Segment.ALL));
        var values = new double[(int) distribution.count()];
        for (int i = 0; i < values.length; i++) {
            double q = values.length == 1 ? 0 : (double) i / (values.length - 1);
            values[i] = metric.fromFixed(Math.rint(distribution.quantile(q)));
        }
        return values;
    }

    double p75(Metric metric) {
        return p75(metric, Segment.ALL);
    }

    double p75(Metric metric, Segment segment) {
        return metric.fromFixed(views.distribution(metric, views.select(segment)).quantile(0.75));
    }

    /// Reasons with their counts: `not a number 3`.
    static List<String> reasons(List<ImportRecord.LeftOut> parts) {
        return parts.stream().map(part -> part.reason() + " " + part.count()).toList();
    }

    ImportRecord.MetricReport metric(Metric metric) {
        return report.record().metrics().stream()
                .filter(found -> found.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return report + " " + Arrays.toString(values(Metric.LCP));
    }
}

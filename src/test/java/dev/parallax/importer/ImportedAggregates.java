package dev.parallax.importer;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.RecordedAggregates;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.settings.PseudonymKey;
import java.nio.file.Path;
import java.util.List;

/// Files imported by a test that are expected to hold aggregates.
record ImportedAggregates(ImportReport report, RecordedAggregates sink) {
    private static final Path TEMPORARY =
            Path.of(System.getProperty("java.io.tmpdir"), "parallax-tests");

    /// Where both kinds can go.
    record Target(RecordedPageViews pageViews, RecordedAggregates aggregates)
            implements ImportTarget {
        Target() {
            this(new RecordedPageViews(), new RecordedAggregates());
        }
    }

    static ImportedAggregates of(Path... files) {
        return of(ImportOptions.FIND_OUT, files);
    }

    static ImportedAggregates of(ImportOptions options, Path... files) {
        var target = new Target();
        ImportReport report =
                new Importer(TEMPORARY, () -> new PseudonymKey(1, 2))
                        .read(List.of(files), options, target, Progress.NONE);
        return new ImportedAggregates(report, target.aggregates);
    }

    List<Aggregate> all() {
        return sink.aggregates();
    }

    List<QuarantinedLine> lines() {
        return sink.lines();
    }

    /// The distribution of a metric in one of the aggregates.
    Binned distribution(int index, Metric metric) {
        return all().get(index).metrics().get(metric);
    }

    double p75(int index, Metric metric) {
        return distribution(index, metric).p75().orElse(Double.NaN);
    }
}

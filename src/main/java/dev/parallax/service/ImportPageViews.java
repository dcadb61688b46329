package dev.parallax.service;

import dev.parallax.importer.ImportOptions;
import dev.parallax.importer.ImportTarget;
import dev.parallax.importer.Importer;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.AggregateSummary;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord.SourceFile;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.PageViewSink;
import dev.parallax.store.PageViewStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Use case: imports real users' page views, or what was summed up from some, as a data set.
public final class ImportPageViews {
    private final PageViewStore store;
    private final Importer importer;
    private final Optional<ExamineExport> examine;

    /// Imports by what the files themselves say.
    public ImportPageViews(PageViewStore store, Importer importer) {
        this(store, importer, Optional.empty());
    }

    /// @param examine finds the user's own mapping for files like these
    public ImportPageViews(
            PageViewStore store, Importer importer, Optional<ExamineExport> examine) {
        this.store = store;
        this.importer = importer;
        this.examine = examine;
    }

    /// The keys of the formats that can be named.
    public static List<String> formats() {
        return Importer.formats();
    }

    /// What is to be imported.
    ///
    /// @param files files and folders, which become one import
    /// @param dataset name of the data set
    /// @param into whether the data set is made or added to
    /// @param format the key of the files' format; empty to let it be found
    /// @param mapping a file that says how they become page views; empty for a bundled one
    /// @param keptParameters names of parameters of a page's query that are kept; all others are
    ///   dropped
    public record Order(
            List<Path> files,
            String dataset,
            Into into,
            Optional<String> format,
            Optional<Path> mapping,
            Set<String> keptParameters) {
        public Order {
            files = List.copyOf(files);
            keptParameters = Set.copyOf(keptParameters);
        }

        /// A new data set of files whose format is found out from their content.
        public static Order of(List<Path> files, String dataset) {
            return new Order(
                    files, dataset, Into.NEW, Optional.empty(), Optional.empty(), Set.of());
        }

        /// The same, with files that are read as the mapping says.
        Order with(Path mappingFile) {
            return new Order(
                    files, dataset, into, format, Optional.of(mappingFile), keptParameters);
        }
    }

    /// Where an import goes.
    public enum Into {
        /// A data set of its own.
        NEW,
        /// A data set that is there, beside what it has.
        PRESENT
    }

    /// Imports the files; all of them, or nothing.
    ///
    /// @throws ProblemException if the data set's name is taken or unknown, one of the files is in
    ///   it already or is not usable, or storing fails
    public ImportReport importFiles(Order order, Progress progress) {
        Optional<Path> mapping = order.mapping;
        if (order.format.isEmpty() && mapping.isEmpty()) {
            mapping = examine.flatMap(look -> look.savedFor(order.files, progress));
        }
        var options = new ImportOptions(order.format, mapping, order.keptParameters);
        Dataset dataset =
                importer.read(order.files, options, Target.of(order, store), progress).dataset();
        // as it was kept: the store adds where else the files are
        return new ImportReport(dataset, store.imports(dataset).getLast().record());
    }

    /// What a data set holds that was summed up by its source; empty if it is of page views.
    public Optional<AggregateSummary> summary(Dataset dataset) {
        List<Aggregate> aggregates = store.aggregates(dataset);
        return aggregates.isEmpty()
                ? Optional.empty()
                : Optional.of(AggregateSummary.of(aggregates));
    }

    /// @param pageViews made at once, so that a name that cannot be used is refused before the
    ///   files are looked at
    private record Target(PageViewSink pageViews, Order order, PageViewStore store)
            implements ImportTarget {

        static Target of(Order order, PageViewStore store) {
            PageViewSink pageViews =
                    switch (order.into) {
                        case NEW -> store.create(order.dataset);
                        case PRESENT -> store.append(order.dataset);
                    };
            return new Target(pageViews, order, store);
        }

        /// All of a file is read only if the data set has one of its size.
        @Override
        public void refuseKnown(long bytes, Supplier<SourceFile> file) {
            if (order.into == Into.PRESENT && store.isSizeKnown(order.dataset, bytes)) {
                store.refuseKnown(order.dataset, file.get());
            }
        }

        @Override
        public AggregateSink aggregates() {
            return switch (order.into) {
                case NEW -> store.createAggregates(order.dataset);
                case PRESENT -> store.appendAggregates(order.dataset);
            };
        }
    }
}

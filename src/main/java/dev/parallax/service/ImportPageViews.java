package dev.parallax.service;

import dev.parallax.importer.ImportOptions;
import dev.parallax.importer.Importer;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.PageViewSink;
import dev.parallax.store.PageViewStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Use case: imports real users' page views as a data set.
public final class ImportPageViews {
    private final PageViewStore store;
    private final Importer importer;

    public ImportPageViews(PageViewStore store, Importer importer) {
        this.store = store;
        this.importer = importer;
    }

    /// The keys of the formats that can be named.
    public static List<String> formats() {
        return Importer.formats();
    }

    /// Imports files, whose format is found out from their content.
    public ImportReport importFiles(List<Path> files, String dataset, Progress progress) {
        return importFiles(files, dataset, Optional.empty(), progress);
    }

    /// Imports files as one data set; all of it becomes visible, or nothing.
    ///
    /// @param dataset the new data set's name
    /// @param format the key of the files' format; empty finds it out
    /// @throws ProblemException if the name is taken, a file is not usable, or storing fails
    public ImportReport importFiles(
            List<Path> files, String dataset, Optional<String> format, Progress progress) {
        return read(files, format, store.create(dataset), progress);
    }

    /// Adds files to a data set that is there; all of them, or nothing.
    ///
    /// @param format the key of the files' format; empty finds it out
    /// @throws ProblemException if there is no such data set, one of the files is in it already or
    ///   is not usable, or storing fails
    public ImportReport addFiles(
            List<Path> files, String dataset, Optional<String> format, Progress progress) {
        return read(files, format, store.append(dataset), progress);
    }

    /// The record is told as it was kept: the store adds where else the files are.
    private ImportReport read(
            List<Path> files, Optional<String> format, PageViewSink sink, Progress progress) {
        var options = new ImportOptions(format, Optional.empty());
        Dataset dataset = importer.read(files, options, sink, progress).dataset();
        return new ImportReport(dataset, store.imports(dataset).getLast().record());
    }
}

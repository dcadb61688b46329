package dev.parallax.service;

import dev.parallax.importer.ImportOptions;
import dev.parallax.importer.Importer;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportReport;
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
        return importer.read(
                files,
                new ImportOptions(format, Optional.empty()),
                store.create(dataset),
                progress);
    }
}

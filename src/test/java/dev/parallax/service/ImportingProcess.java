package dev.parallax.service;

import dev.parallax.importer.Importer;
import dev.parallax.importer.join.Room;
import dev.parallax.progress.Progress;
import dev.parallax.settings.PseudonymKey;
import dev.parallax.store.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A second JVM that imports real files into a workspace, for a test that kills it. It says on its
/// standard output how far it is, a line each, and `done` at the end.
final class ImportingProcess {
    /// So little that the records of a page view go to files.
    private static final long JOIN_BYTES = 1 << 20;

    private ImportingProcess() {}

    /// What it can do. The files are those that [KilledImportsTest] has made.
    enum Job {
        CSV("views.csv"),
        JOINED("views.ndjson"),
        ZIPPED("views.zip"),
        APPENDED("more.csv"),
        REMOVED("");

        private final String file;

        Job(String file) {
            this.file = file;
        }
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Job job = Job.valueOf(arguments[1]);
        try (var workspace = Workspace.open(folder.resolve("w.parallax"), InstantSource.system())) {
            System.out.println("opened");
            run(job, folder, workspace);
            System.out.println("done");
        }
    }

    private static void run(Job job, Path folder, Workspace workspace) {
        var imports = new ImportPageViews(workspace.pageViews(), importer(folder));
        switch (job) {
            case CSV, JOINED, ZIPPED ->
                    imports.importFiles(
                            ImportPageViews.Order.of(
                                    List.of(folder.resolve(job.file)), KilledImportsTest.NEW),
                            new Told());
            case APPENDED ->
                    imports.importFiles(
                            new ImportPageViews.Order(
                                    List.of(folder.resolve(job.file)),
                                    KilledImportsTest.GROWN,
                                    ImportPageViews.Into.PRESENT,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Set.of()),
                            new Told());
            case REMOVED -> {
                var datasets = workspace.pageViews();
                var grown = datasets.get(KilledImportsTest.GROWN);
                datasets.removeImport(grown, datasets.imports(grown).getLast().id());
            }
        }
    }

    /// An importer that has to spill.
    static Importer importer(Path folder) {
        return new Importer(
                new Room(folder.resolve(KilledImportsTest.TEMPORARY), JOIN_BYTES, 1),
                () -> new PseudonymKey(1, 2));
    }

    private record Told() implements Progress {
        @Override
        public void report(double fraction, String what) {
            System.out.println("%.2f %s".formatted(fraction, what));
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void onCancel(Runnable action) {}
    }
}

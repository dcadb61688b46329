package dev.parallax.importer.source;

import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/// Finds the files that are meant by some paths: files themselves, and those within folders, at
/// whatever depth, but for hidden ones.
final class Folders {
    private static final int DEEPEST = 100;

    private Folders() {}

    /// A file.
    ///
    /// @param isWithin whether it was found in a folder and not named itself
    /// @param realPath by which the same file is recognised however it was reached
    record Found(DiskFile file, boolean isWithin, Path realPath) {}

    /// The files, in the order of their names.
    ///
    /// @param progress asked whether they are still wanted
    /// @throws ProblemException if one is missing or no regular file, or a folder has no file
    static List<Found> files(List<Path> paths, Progress progress) {
        var found = new ArrayList<Found>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(within(path, progress));
            } else {
                found.add(found(path, nameOf(path), false, progress));
            }
        }
        found.sort(
                Comparator.comparing((Found one) -> one.file().name())
                        .thenComparing(one -> one.realPath().toString()));
        return found;
    }

    private static Found found(Path path, String name, boolean isWithin, Progress progress) {
        progress.throwIfCancelled();
        DiskFile file = DiskFile.of(path, name, progress);
        try {
            return new Found(file, isWithin, path.toRealPath());
        } catch (IOException failed) {
            throw SourceProblems.of(name, failed);
        }
    }

    private static List<Found> within(Path folder, Progress progress) {
        String name = nameOf(folder.toAbsolutePath().normalize());
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    folder,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    DEEPEST,
                    new Collecting(folder, name, files));
        } catch (IOException failed) {
            throw SourceProblems.of(name, failed);
        }
        if (files.isEmpty()) {
            throw SourceProblems.emptyFolder(name);
        }
        return files.stream()
                .map(file ->
                        found(file, name + "/" + slashed(folder.relativize(file)), true, progress))
                .toList();
    }

    private static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static final class Collecting extends SimpleFileVisitor<Path> {
        private final Path root;
        private final String name;
        private final List<Path> files;

        Collecting(Path root, String name, List<Path> files) {
            this.root = root;
            this.name = name;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            return !folder.equals(root) && isHidden(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (!isHidden(file)) {
                if (files.size() == Sources.MOST_FILES) {
                    throw SourceProblems.tooMany(name, Sources.MOST_FILES);
                }
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /// A link back to a folder that the way led through brings nothing new.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof FileSystemLoopException || nameOf(file).startsWith(".")) {
                return FileVisitResult.CONTINUE;
            }
            throw SourceProblems.of(
                    file.equals(root) ? name : name + "/" + slashed(root.relativize(file)), failed);
        }

        private static boolean isHidden(Path path) throws IOException {
            return nameOf(path).startsWith(".") || Files.isHidden(path);
        }
    }
}

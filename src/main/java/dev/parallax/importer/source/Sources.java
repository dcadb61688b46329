package dev.parallax.importer.source;

import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportRecord.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that one import reads: files, those within folders and archives, each once, in the order of
/// their names, so that it does not matter in which order they were named. Archives stay open until
/// this is closed.
public final class Sources implements AutoCloseable {
    /// Files of one folder or archive.
    static final int MOST_FILES = 100_000;

    /// Files named in a sentence.
    private static final int NAMED = 3;

    private final Progress progress;
    private final List<Source> list = new ArrayList<>();
    private final List<DiskFile> files = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Archive> archives = new ArrayList<>();
    private final Map<Path, String> seen = new HashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final Map<Long, List<DiskFile>> bySize = new HashMap<>();

    private Sources(Progress progress) {
        this.progress = progress;
    }

    /// Looks at the files and at what is in the folders and archives.
    ///
    /// @param progress asked whether this is still wanted
    /// @throws ProblemException if there is something that cannot be read; nothing is left open
    ///   then
    public static Sources find(List<Path> files, Progress progress) {
        var sources = new Sources(progress);
        try {
            Folders.files(files, progress).forEach(sources::add);
            sources.list.sort(
                    Comparator.comparing(Source::name)
                            .thenComparing(source -> source.path().toString()));
            if (sources.list.isEmpty() && !files.isEmpty()) {
                throw SourceProblems.empty(files.getFirst().toString());
            }
            return sources;
        } catch (RuntimeException | Error failed) {
            sources.close();
            throw failed;
        }
    }

    private void add(Folders.Found found) {
        progress.throwIfCancelled();
        DiskFile file = found.file();
        String before = seen.putIfAbsent(found.realPath(), file.name());
        if (before != null) {
            repeated.add(before);
            return;
        }
        if (found.isWithin() && file.size() == 0) {
            warnings.add(file.name() + " is empty and was left out.");
            return;
        }
        DiskFile same = sameContent(file);
        if (same == null) {
            look(file);
            files.add(file);
        } else {
            warnings.add(
                    "%s has the same content as %s, which was read once."
                            .formatted(file.name(), same.name()));
        }
    }

    /// A file that came before with the same bytes: the same export saved twice.
    private @Nullable DiskFile sameContent(DiskFile file) {
        List<DiskFile> others = bySize.computeIfAbsent(file.size(), _ -> new ArrayList<>());
        try {
            for (DiskFile other : others) {
                if (other.sha256().equals(file.sha256())) {
                    return other;
                }
            }
        } catch (IOException failed) {
            throw SourceProblems.of(file.name(), failed);
        }
        others.add(file);
        return null;
    }

    private void look(DiskFile file) {
        try {
            Signature.Kind kind = Signature.kind(file.firstBytes(Signature.LENGTH));
            var bytes = new FileBytes(file, kind);
            switch (kind) {
                case TEXT, GZIP, ZSTD -> list.add(Source.text(bytes));
                case PARQUET -> list.add(Source.parquet(bytes));
                case ZIP -> unpack(file);
            }
        } catch (IOException failed) {
            throw SourceProblems.of(file.name(), failed);
        }
    }

    private void unpack(DiskFile file) {
        Archive archive = Archive.open(file);
        archives.add(archive);
        for (EntryBytes entry : archive.files()) {
            progress.throwIfCancelled();
            if (entry.isEmpty()) {
                warnings.add(entry.name() + " is empty and was left out.");
            } else {
                list.add(Source.text(entry));
            }
        }
    }

    /// Somebody who may refuse files.
    @FunctionalInterface
    public interface Refusal {
        /// Refuses a file, or does nothing.
        ///
        /// @param bytes of a file on the disk
        /// @param file the same with its hash, for which all of it is read
        /// @throws ProblemException if it is not wanted
        void accept(long bytes, Supplier<SourceFile> file);
    }

    /// Shows each file on the disk to somebody who may refuse it; an archive is one file.
    public void refuseKnown(Refusal refusal) {
        for (DiskFile file : files) {
            progress.throwIfCancelled();
            refusal.accept(file.size(), file::file);
        }
    }

    /// In the order in which they are read.
    public List<Source> list() {
        return List.copyOf(list);
    }

    /// What was left out, a sentence each.
    public List<String> warnings() {
        return repeated.isEmpty()
                ? List.copyOf(warnings)
                : Stream.concat(Stream.of(readOnce()), warnings.stream()).toList();
    }

    /// One sentence, as a folder and all the files in it may have been named.
    private String readOnce() {
        String named = repeated.stream().limit(NAMED).collect(Collectors.joining(", "));
        String all =
                repeated.size() > NAMED
                        ? "%s and %,d more".formatted(named, repeated.size() - NAMED)
                        : named;
        return all
                + (repeated.size() == 1 ? " was" : " were")
                + " named more than once, also by a folder or a link, and read once.";
    }

    /// Bytes of all sources on the disk.
    public long bytes() {
        return list.stream().mapToLong(Source::size).sum();
    }

    @Override
    public void close() {
        try {
            for (Archive archive : archives) {
                archive.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

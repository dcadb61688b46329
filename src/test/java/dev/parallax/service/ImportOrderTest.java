package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.source.Packed;
import dev.parallax.progress.Progress;
import dev.parallax.store.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The answers about a data set do not depend on the order of its files, on the order of the
/// records in them, nor on how the records are spread over files.
@Timeout(600)
final class ImportOrderTest {
    private static final int MOST_FILES = 9;

    @TempDir private Path folder;

    @Test
    void threeOrdersOfPageViewsWithoutIdentity() {
        askAlways(rows(2_000), MadeExports.HEADER, 3);
    }

    @Test
    void threeOrdersOfRecordsThatAreJoined() {
        askAlways(MadeExports.records(400, 7), "", 3);
    }

    @Test
    @Tag("faults")
    void thirtyOrdersOfPageViewsWithoutIdentity() {
        askAlways(rows(5_000), MadeExports.HEADER, 30);
    }

    @Test
    @Tag("faults")
    void thirtyOrdersOfRecordsThatAreJoined() {
        // beyond what the join has room for
        askAlways(MadeExports.records(10_000, 7), "", 30);
    }

    private static List<String> rows(int count) {
        var random = new Random(6);
        var rows = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            rows.add(MadeExports.row(random));
        }
        return rows;
    }

    private void askAlways(List<String> records, String header, int times) {
        var random = new Random(8);
        try (var workspace = Workspace.create(folder.resolve("w.parallax"), Clock.systemUTC())) {
            String first = answers(workspace, "0", List.of(file("first", header, records)));
            for (int i = 1; i <= times; i++) {
                Collections.shuffle(records, random);
                List<Path> files = spread(records, header, "part" + i, random);
                assertThat(answers(workspace, Integer.toString(i), files))
                        .as("order %d, %d files", i, files.size())
                        .isEqualTo(first);
            }
        }
    }

    private List<Path> spread(List<String> records, String header, String name, Random random) {
        var files = new ArrayList<Path>();
        int count = 1 + random.nextInt(MOST_FILES);
        int from = 0;
        for (int i = 0; i < count; i++) {
            int left = records.size() - from - (count - i - 1);
            int size = i == count - 1 ? left : 1 + random.nextInt(left);
            files.add(file(name + "-" + i, header, records.subList(from, from + size)));
            from += size;
        }
        Collections.shuffle(files, random);
        return files;
    }

    /// Every other file is packed.
    private Path file(String name, String header, List<String> records) {
        byte[] bytes = (header + String.join("", records)).getBytes(StandardCharsets.UTF_8);
        return switch (records.size() % 4) {
            case 0 -> Packed.write(folder, name + ".gz", Packed.gzip(bytes));
            case 1 -> Packed.write(folder, name + ".zip", Packed.zip(Map.of("a", bytes)));
            default -> Packed.write(folder, name, bytes);
        };
    }

    private String answers(Workspace workspace, String dataset, List<Path> files) {
        new ImportPageViews(workspace.pageViews(), ImportingProcess.importer(folder))
                .importFiles(ImportPageViews.Order.of(files, dataset), Progress.NONE);
        return Answers.of(workspace, dataset);
    }
}

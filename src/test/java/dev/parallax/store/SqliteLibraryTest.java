package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLibraryTest {
    @TempDir private Path folder;

    @Test
    void deletesWhatKilledProcessesHaveLeft() throws IOException {
        Path left = copy("sqlite-3.54.1.0-a-libsqlitejdbc.so", 1_000);
        Path lock = copy("sqlite-3.54.1.0-a-libsqlitejdbc.so.lck", 1_000);
        Path young = copy("sqlite-3.54.1.0-b-libsqlitejdbc.so", 3_000);
        Path other = copy("notes.txt", 1_000);

        SqliteLibrary.sweep(folder, FileTime.fromMillis(2_000).toInstant());

        assertThat(left).doesNotExist();
        assertThat(lock).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
    }

    private Path copy(String name, long millis) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
        return file;
    }
}

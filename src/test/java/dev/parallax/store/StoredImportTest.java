package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.ImportOptions;
import dev.parallax.importer.Importer;
import dev.parallax.progress.Progress;
import dev.parallax.settings.PseudonymKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredImportTest {
    @TempDir Path folder;

    @Test
    void noQueryOrSessionReachesTheDisk() throws IOException {
        Path csv =
                Files.writeString(
                        folder.resolve("views.csv"),
                        "url,session,lcp_ms\nhttps://shop.example/cart?mail=ann@secret.example#frag17,session-4711,100\n");
        Path file = folder.resolve("a.parallax");
        try (var workspace = Workspace.create(file, InstantSource.system())) {
            new Importer(folder, () -> new PseudonymKey(1, 2))
                    .read(
                            List.of(csv),
                            ImportOptions.FIND_OUT,
                            workspace.pageViews().create("field"),
                            Progress.NONE);
        }
        String stored = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(stored)
                .contains("/cart")
                .doesNotContain("secret", "frag17", "session-4711", "shop.example");
    }
}

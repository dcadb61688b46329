package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Run;
import dev.parallax.store.MeasuredPageStore.MeasuredPage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeasuredPageStoreTest {
    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        workspace.journeys().save(Samples.journey("home"));
        workspace.journeys().save(Samples.journey("other"));
        workspace.journeys().save(Samples.journey("never"));
        for (Run run :
                new Run[] {
                    Samples.run("home", Samples.START, 1, 2), Samples.run("other", Samples.START, 3)
                }) {
            workspace.runs().save(run);
        }
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void tellsEachPageOfAJourneyOnce() {
        assertThat(workspace.measuredPages().list().stream().map(MeasuredPage::journey))
                .containsExactly("home", "other");
        assertThat(workspace.measuredPages().list().getFirst().url()).endsWith("/home");
    }

    @Test
    void aDeletedJourneyMeasuresNothingAnyMore() {
        workspace.journeys().delete("home");
        assertThat(workspace.measuredPages().list().stream().map(MeasuredPage::journey))
                .containsExactly("other");
    }
}

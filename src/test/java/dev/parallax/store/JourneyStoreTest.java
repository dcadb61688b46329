package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.journey.Journey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JourneyStoreTest {
    private static final Journey FIRST = Samples.journey("Buy \"it\" – ü");
    private static final Journey SECOND = Samples.withStep(FIRST, "/two");

    @TempDir Path folder;
    private Workspace workspace;
    private JourneyStore journeys;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        journeys = workspace.journeys();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void findsWhatItSaved() {
        assertThat(journeys.save(FIRST)).isEqualTo(1);

        assertThat(journeys.find(FIRST.name())).contains(new JourneyStore.Revision(1, FIRST));
        assertThat(journeys.find("other")).isEmpty();
    }

    @Test
    void countsARevisionOnlyWhenSomethingChanged() {
        assertThat(journeys.save(FIRST)).isEqualTo(1);
        assertThat(journeys.save(FIRST)).isEqualTo(1);
        assertThat(journeys.save(SECOND)).isEqualTo(2);
        assertThat(journeys.save(FIRST)).isEqualTo(3);

        assertThat(journeys.find(FIRST.name(), 2)).contains(new JourneyStore.Revision(2, SECOND));
        assertThat(journeys.find(FIRST.name(), 4)).isEmpty();
    }

    @Test
    void listsTheNewestRevisions() {
        journeys.save(Samples.journey("b"));
        journeys.save(Samples.withStep(Samples.journey("b"), "/"));
        journeys.save(Samples.journey("A"));

        assertThat(journeys.list())
                .containsExactly(
                        new JourneyStore.Stored("A", Journey.Kind.BROWSER, 4, 1),
                        new JourneyStore.Stored("b", Journey.Kind.BROWSER, 5, 2));
    }

    @Test
    void forgetsAJourneyThatNeverRan() {
        journeys.save(FIRST);

        assertThat(journeys.delete(FIRST.name())).isTrue();

        assertThat(journeys.delete(FIRST.name())).isFalse();
        assertThat(journeys.find(FIRST.name(), 1)).isEmpty();
        assertThat(journeys.save(SECOND)).isEqualTo(1);
    }

    @Test
    void keepsTheRevisionsThatRunsPointAt() {
        journeys.save(FIRST);
        workspace.runs().save(Samples.run(FIRST.name(), Samples.START, 1));

        assertThat(journeys.delete(FIRST.name())).isTrue();

        assertThat(journeys.delete(FIRST.name())).isFalse();
        assertThat(journeys.list()).isEmpty();
        assertThat(journeys.find(FIRST.name())).isEqualTo(Optional.empty());
        assertThat(journeys.find(FIRST.name(), 1)).contains(new JourneyStore.Revision(1, FIRST));
        assertThat(journeys.save(FIRST)).isEqualTo(2);
        assertThat(journeys.list()).hasSize(1);
    }
}

package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.service.PageCoverage;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.realusers.RealUserUseCases.Page;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The pages of a segment.
public final class PagesModel implements Part {
    private final RealUserUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final Latest<List<Page>> questions;
    private final ObservableList<Page> pages = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private BiConsumer<String, String> recorder = (_, _) -> {};
    private @Nullable Asked shown;

    PagesModel(RealUserUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        questions =
                new Latest<>(
                        background,
                        found -> {
                            busy.set(false);
                            pages.setAll(found);
                        },
                        problem -> {
                            busy.set(false);
                            problems.show(problem);
                        });
    }

    /// The most viewed first.
    public ObservableList<Page> pages() {
        return pages;
    }

    /// Whether the pages are being counted.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// How much of what is on show the journeys cover.
    PageCoverage coverage() {
        Metric by = metric.get();
        return PageCoverage.of(
                pages,
                page -> !page.coveredBy().isEmpty(),
                page -> page.poorMinutes().getOrDefault(by, 0.0));
    }

    /// Who is told of a page that is to be recorded: its address, or its path alone if nobody knows
    /// the site, and a name for the journey.
    public void onRecord(BiConsumer<String, String> newRecorder) {
        recorder = newRecorder;
    }

    /// Asks for a recording that begins at a page.
    void record(PageTemplate page) {
        Asked now = shown;
        if (now != null) {
            background.load(
                    _ -> useCases.address(now.dataset().name(), page),
                    address -> recorder.accept(address, page.path()),
                    problems::show);
        }
    }

    /// The metric whose poor minutes are shown.
    public ObjectProperty<Metric> metric() {
        return metric;
    }

    @Override
    public void show(Asked asked) {
        if (!asked.equals(shown)) {
            shown = asked;
            ask();
        }
    }

    @Override
    public void clear() {
        shown = null;
        questions.clear();
        busy.set(false);
        pages.clear();
    }

    private void ask() {
        Asked now = shown;
        if (now != null) {
            busy.set(true);
            questions.submit(_ -> useCases.pages(now.dataset().name(), now.segment()));
        }
    }
}

package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.realusers.RealUserUseCases.Page;
import java.util.List;
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
    private final Latest<List<Page>> questions;
    private final ObservableList<Page> pages = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private @Nullable Asked shown;

    PagesModel(RealUserUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
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

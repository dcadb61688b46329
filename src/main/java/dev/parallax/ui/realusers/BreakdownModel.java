package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.realusers.RealUserUseCases.Group;
import dev.parallax.ui.realusers.RealUserUseCases.Question;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The percentiles of a metric, told apart by a dimension.
public final class BreakdownModel implements Part {
    private final RealUserUseCases useCases;
    private final Latest<List<Group>> questions;
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private final ObjectProperty<Dimension> by = new SimpleObjectProperty<>(Dimension.DEVICE);
    private @Nullable Asked shown;

    BreakdownModel(RealUserUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        questions = new Latest<>(background, groups::setAll, problems::show);
        metric.subscribe((_, _) -> ask());
        by.subscribe((_, _) -> ask());
    }

    /// One row a group, the largest first.
    public ObservableList<Group> groups() {
        return groups;
    }

    public ObjectProperty<Metric> metric() {
        return metric;
    }

    /// The dimension the groups differ in.
    public ObjectProperty<Dimension> by() {
        return by;
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
        groups.clear();
    }

    private void ask() {
        Asked now = shown;
        if (now != null) {
            var question =
                    new Question(
                            now.dataset().name(),
                            metric.get(),
                            Optional.of(by.get()),
                            now.segment());
            questions.submit(_ -> useCases.percentiles(question));
        }
    }
}

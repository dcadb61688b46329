package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import dev.parallax.rum.ValueCount;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The opened data set and the part of its page views that all tabs show.
public final class SegmentModel {

    /// What the bar says of a segment.
    ///
    /// @param views page views in it
    /// @param all page views of the data set, with the excluded ones if they are asked for
    /// @param counts per dimension the views of each value, whatever the segment says of this
    ///   dimension; a dimension with one value is left out
    public record Counted(long views, long all, Map<Dimension, List<ValueCount>> counts) {
        static final Counted NOTHING = new Counted(0, 0, Map.of());
    }

    /// A data set with what must be known of it before anything can be asked.
    private record Opened(Dataset dataset, PageViews views, List<PageTemplate> pages) {}

    private final RealUserUseCases useCases;
    private final Latest<Opened> openings;
    private final Latest<Counted> countings;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Counted> counted =
            new ReadOnlyObjectWrapper<>(Counted.NOTHING);
    private final ReadOnlyObjectWrapper<List<PageTemplate>> pages =
            new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Dataset wanted;

    SegmentModel(RealUserUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        openings = new Latest<>(background, this::opened, problems::show);
        countings = new Latest<>(background, counted::set, problems::show);
        asked.subscribe(now -> now.ifPresent(this::count));
    }

    /// What is shown; empty while no data set is open.
    public ReadOnlyObjectProperty<Optional<Asked>> asked() {
        return asked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Counted> counted() {
        return counted.getReadOnlyProperty();
    }

    /// The pages of the data set, in the order of their path.
    public ReadOnlyObjectProperty<List<PageTemplate>> pages() {
        return pages.getReadOnlyProperty();
    }

    /// The part that is chosen; everything while no data set is open.
    public Segment segment() {
        return asked.get().map(Asked::segment).orElse(Segment.ALL);
    }

    /// Opens a data set, with all its page views; nothing is open while there is none.
    void open(@Nullable Dataset dataset) {
        wanted = dataset;
        asked.set(Optional.empty());
        counted.set(Counted.NOTHING);
        pages.set(List.of());
        if (dataset != null && dataset.kind() == Dataset.Kind.PAGE_VIEWS) {
            openings.submit(_ -> {
                PageViews views = useCases.open(dataset.name());
                List<PageTemplate> found =
                        views.pages().stream()
                                .sorted((one, other) -> one.path().compareTo(other.path()))
                                .toList();
                return new Opened(dataset, views, found);
            });
        }
    }

    private void opened(Opened opened) {
        if (opened.dataset().equals(wanted)) {
            pages.set(opened.pages());
            asked.set(Optional.of(new Asked(opened.dataset(), opened.views(), Segment.ALL)));
        }
    }

    /// Takes in or leaves out the page views with a value of a dimension.
    public void toggle(Dimension dimension, String value) {
        var values = new TreeSet<>(segment().values().getOrDefault(dimension, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        choose(segment().with(dimension, values));
    }

    /// Takes in all page views again, whatever their value of the dimension.
    public void clear(Dimension dimension) {
        choose(segment().without(dimension));
    }

    public void page(Optional<PageTemplate> page) {
        choose(segment().withPage(page.orElse(null)));
    }

    public void window(Optional<TimeWindow> window) {
        choose(segment().withWindow(window.orElse(null)));
    }

    /// Takes in page views that nobody lived through, or leaves them out again.
    public void toggle(Exclusion exclusion) {
        var including = EnumSet.noneOf(Exclusion.class);
        including.addAll(segment().including());
        if (!including.remove(exclusion)) {
            including.add(exclusion);
        }
        choose(segment().including(including));
    }

    /// Takes in every page view, also those that nobody lived through.
    public void includeAll() {
        Set<Exclusion> all = EnumSet.copyOf(Exclusion.all());
        all.remove(Exclusion.NONE);
        choose(segment().including(all));
    }

    /// Shows all page views that count again.
    public void clear() {
        choose(Segment.ALL);
    }

    /// Shows this part of the page views.
    public void choose(Segment segment) {
        asked.set(asked.get().map(now -> new Asked(now.dataset(), now.views(), segment)));
    }

    private void count(Asked now) {
        countings.submit(progress -> counted(now, progress));
    }

    private static Counted counted(Asked now, Progress progress) {
        PageViews views = now.views();
        Segment segment = now.segment();
        Map<Dimension, List<ValueCount>> counts = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            List<ValueCount> values =
                    views.count(dimension, views.select(segment.without(dimension), progress));
            if (values.size() > 1 || segment.values().containsKey(dimension)) {
                counts.put(dimension, values);
            }
        }
        return new Counted(
                views.select(segment, progress).count(),
                views.select(Segment.ALL.including(segment.including()), progress).count(),
                counts);
    }
}

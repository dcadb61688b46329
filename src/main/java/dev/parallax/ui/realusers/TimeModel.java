package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.TimeWindow;
import dev.parallax.rum.WeekHour;
import dev.parallax.ui.chart.TimeShown;
import dev.parallax.ui.chart.WeekShown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A metric of a segment along time and along the week.
public final class TimeModel implements Part {
    /// So many views a stretch on average, so that most stretches can have their p95.
    private static final int VIEWS_A_STRETCH = 100;

    private static final int FEWEST = 12;
    private static final int MOST = 590;

    /// What the two charts show.
    ///
    /// @param series empty if no view of the segment has a time
    public record Times(Optional<TimeShown> series, Optional<WeekShown> week) {}

    private final ZoneId zone;
    private final Latest<Times> questions;
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private final ReadOnlyObjectWrapper<Optional<Times>> times =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Asked shown;

    TimeModel(Background background, Problems problems, ZoneId zone) {
        this.zone = zone;
        questions =
                new Latest<>(background, found -> times.set(Optional.of(found)), problems::show);
        metric.subscribe((_, _) -> ask());
    }

    public ObjectProperty<Metric> metric() {
        return metric;
    }

    /// Where days begin.
    public ZoneId zone() {
        return zone;
    }

    /// Empty until it is known.
    public ReadOnlyObjectProperty<Optional<Times>> times() {
        return times.getReadOnlyProperty();
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
        times.set(Optional.empty());
    }

    private void ask() {
        Asked now = shown;
        if (now != null) {
            Metric of = metric.get();
            questions.submit(progress -> read(now, of, progress));
        }
    }

    private Times read(Asked asked, Metric of, Progress progress) {
        Segment segment = asked.segment();
        TimeWindow window =
                Optional.ofNullable(segment.window()).or(asked.views()::range).orElse(null);
        if (window == null) {
            return new Times(Optional.empty(), Optional.empty());
        }
        Selection selection = asked.views().select(segment, progress);
        int stretches = Math.clamp(selection.count() / VIEWS_A_STRETCH, FEWEST, MOST);
        List<TimeBand> bands =
                asked.views().series(of, selection, window, zone, stretches, progress);
        List<WeekHour> hours = asked.views().week(of, selection, zone, progress);
        return new Times(
                bands.isEmpty() ? Optional.empty() : Optional.of(new TimeShown(of, zone, bands)),
                hours.isEmpty() ? Optional.empty() : Optional.of(new WeekShown(of, hours)));
    }
}

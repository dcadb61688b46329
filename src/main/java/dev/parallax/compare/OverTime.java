package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.TimeWindow;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The users of a comparison along time, with what the lab measured and what happened meanwhile.
///
/// @param zone where days begin
/// @param bands stretches without a gap between them, at least one; those without page views too
/// @param lab what the lab measured, oldest first; also outside of the users' time
/// @param notes what happened, the earliest first; also outside of the users' time
public record OverTime(ZoneId zone, List<TimeBand> bands, LabSeries lab, List<Annotation> notes) {
    /// So many views a stretch of time on average, so that most stretches can have their p95.
    private static final int VIEWS_A_STRETCH = 100;

    private static final int FEWEST_STRETCHES = 12;
    private static final int MOST_STRETCHES = 590;

    public OverTime {
        bands = List.copyOf(bands);
        notes = List.copyOf(notes);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("no stretch of time");
        }
    }

    /// What is drawn over the users.
    ///
    /// @param lab what the lab measured
    /// @param notes what happened
    public record Happened(LabSeries lab, List<Annotation> notes) {
        public Happened {
            notes = List.copyOf(notes);
        }
    }

    /// Reads the users of a segment; empty if none of them has a time.
    public static Optional<OverTime> of(
            PageViews field, Metric metric, Segment segment, ZoneId zone, Happened happened) {
        Selection users = field.select(segment);
        return bands(field, metric, new Users(segment, users, users), zone, Progress.NONE)
                .map(bands -> new OverTime(zone, bands, happened.lab(), happened.notes()));
    }

    /// Whose page views are read.
    ///
    /// @param segment its window is the time that is shown; without one, that of all page views
    /// @param all of the segment: how many they are decides how long a stretch is
    /// @param picked the part of them that is shown
    public record Users(Segment segment, Selection all, Selection picked) {}

    /// Reads a part of the users; empty if none of them has a time.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public static Optional<List<TimeBand>> bands(
            PageViews field, Metric metric, Users users, ZoneId zone, Progress progress) {
        TimeWindow window =
                Optional.ofNullable(users.segment().window()).or(field::range).orElse(null);
        if (window == null) {
            return Optional.empty();
        }
        int stretches =
                Math.clamp(users.all().count() / VIEWS_A_STRETCH, FEWEST_STRETCHES, MOST_STRETCHES);
        List<TimeBand> bands =
                field.series(metric, users.picked(), window, zone, stretches, progress);
        return bands.isEmpty() ? Optional.empty() : Optional.of(bands);
    }
}

package dev.parallax.compare;

import dev.parallax.metric.Definition;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import dev.parallax.statistics.IntervalMethod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what helps to judge the numbers of a comparison.
final class Notes {
    /// Fewer views without the metric change nothing that a reader would notice.
    private static final double FEW_WITHOUT_METRIC = 0.01;

    private final LabSample lab;
    private final PageViews field;
    private final FieldSide users;
    private final Definition definition;
    private final List<Note> found = new ArrayList<>();

    /// @param users those who carry the verdict
    Notes(LabSample lab, PageViews field, FieldSide users, Definition definition) {
        this.lab = lab;
        this.field = field;
        this.users = users;
        this.definition = definition;
    }

    List<Note> list() {
        ofLab();
        ofDefinition();
        ofTime();
        ofMissing();
        ofWeights();
        ofLeftOut();
        found.sort(Comparator.comparing(Note::kind));
        return found;
    }

    private void ofLab() {
        if (lab.tainted() > 0) {
            say(
                    Note.Kind.LAB_TAINTED,
                    "%s of the lab %s left out, as the machine was starved, its clock jumped or its network changed meanwhile.",
                    counted(lab.tainted(), "value", "values"),
                    lab.tainted() == 1 ? "is" : "are");
        }
        if (lab.values().size() >= Verdict.FEWEST_RUNS && !lab.otherwise().isEmpty()) {
            found.add(new Note(Note.Kind.OTHER_CONDITIONS, OtherConditions.sentence(lab).strip()));
        }
        Modes.of(lab.metric(), lab.toArray())
                .inWords(lab.metric())
                .ifPresent(humps ->
                        say(
                                Note.Kind.LAB_MODES,
                                "The lab's values have %s: its median stands between two kinds of runs, such as with and without a cache.",
                                humps));
        users.modes()
                .inWords(lab.metric())
                .ifPresent(humps ->
                        say(
                                Note.Kind.FIELD_MODES,
                                "The users have %s: look for what divides them, such as a cache hit or miss.",
                                humps));
    }

    private void ofDefinition() {
        String metric = lab.metric().shortName();
        switch (definition) {
            case SAME -> {}
            case DIFFERS ->
                    say(
                            Note.Kind.DEFINITION,
                            "The field's source defines %s differently; here it is: %s.",
                            metric,
                            lab.metric().definition());
            case UNKNOWN ->
                    say(
                            Note.Kind.DEFINITION,
                            "How the field's source defines %s is unknown; here it is: %s.",
                            metric,
                            lab.metric().definition());
        }
    }

    private void ofTime() {
        Segment segment = users.segment();
        if (segment.window() != null) {
            long anytime = field.select(segment.withWindow(null)).count();
            long sometime =
                    field.range()
                            .map(range -> field.select(segment.withWindow(range)).count())
                            .orElse(0);
            if (anytime > sometime) {
                say(
                        Note.Kind.WITHOUT_TIME,
                        "%s of the page views have no time and are in no time window.",
                        percent((double) (anytime - sometime) / anytime));
            }
        }
        TimeWindow ran = lab.ran();
        Optional<TimeWindow> lived = lived(segment.window());
        if (ran != null && lived.isPresent() && ran.within(lived.get()).isEmpty()) {
            say(
                    Note.Kind.NOT_THEN,
                    "The lab ran %s, the users' page views began %s: what changed between is part of the difference.",
                    days(ran),
                    days(lived.get()));
        }
    }

    private Optional<TimeWindow> lived(@Nullable TimeWindow window) {
        Optional<TimeWindow> range = field.range();
        return window == null ? range : range.flatMap(window::within);
    }

    private void ofMissing() {
        if (users.views() > 0) {
            double without = 1 - (double) users.measured() / users.views();
            if (without > FEW_WITHOUT_METRIC) {
                say(
                        Note.Kind.WITHOUT_METRIC,
                        "%s of these page views have no %s and count in nothing here.",
                        percent(without),
                        lab.metric().shortName());
            }
        }
        if (users.method().filter(IntervalMethod.BINOMIAL::equals).isPresent()) {
            say(
                    Note.Kind.WITHOUT_SESSION,
                    "Which page views are of one session is unknown, so they are taken as independent and the intervals are too narrow.");
        }
    }

    private void ofWeights() {
        if (field.dataset().isWeighted() && users.measured() > 0) {
            say(
                    Note.Kind.WEIGHTS,
                    "The source is a sample: %,d rows stand for %,.0f page views and are worth %,.0f equally weighted ones.",
                    users.measured(),
                    users.weight(),
                    users.effective());
        }
    }

    private void ofLeftOut() {
        Dataset dataset = field.dataset();
        if (dataset.excluded() == 0) {
            return;
        }
        Segment everybody = users.segment().including(EnumSet.allOf(Exclusion.class));
        long leftOut = field.select(everybody).count() - users.views();
        if (leftOut > 0) {
            say(
                    Note.Kind.LEFT_OUT,
                    "%s of bots and synthetic tests %s left out.",
                    counted(leftOut, "page view", "page views"),
                    leftOut == 1 ? "is" : "are");
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // each text is a literal here
    private void say(Note.Kind kind, String text, Object... parts) {
        found.add(new Note(kind, String.format(Locale.ROOT, text, parts)));
    }

    private static String days(TimeWindow window) {
        LocalDate first = window.from().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate last = window.to().minusMillis(1).atZone(ZoneOffset.UTC).toLocalDate();
        return first.equals(last) ? "on " + first : "from " + first + " to " + last;
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent < 1 ? "Less than 1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    private static String counted(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}

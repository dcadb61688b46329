package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.QualityFacts.Day;
import dev.parallax.rum.QualityFacts.MetricFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Facts about the rows that a person should look at before trusting the numbers. Each names what
/// was seen, none says what to make of it.
final class Suspicions {
    /// Fewer rows have nothing in common but by chance.
    private static final long FEWEST = 20;

    /// Of the rows that have the metric: paints at 0 ms do not happen.
    private static final double MANY_ZEROS = 0.05;

    /// Rows without a time are in no window and on no chart.
    private static final double MANY_TIMELESS = 0.01;

    /// Times the usual day.
    private static final double CROWDED = 5;

    private static final Instant BEFORE_ANY_RUM = Instant.parse("2008-01-01T00:00:00Z");

    private final QualityFacts facts;
    private final Instant now;
    private final List<String> found = new ArrayList<>();

    private Suspicions(QualityFacts facts, Instant now) {
        this.facts = facts;
        this.now = now;
    }

    /// What looks wrong, a sentence each.
    ///
    /// @param now no page view can be later
    static List<String> of(QualityFacts facts, Instant now) {
        var suspicions = new Suspicions(facts, now);
        for (Metric metric : Metric.all()) {
            MetricFacts known = facts.metrics().get(metric);
            if (known != null) {
                suspicions.look(metric, known);
            }
        }
        suspicions.lookAtTimes();
        suspicions.lookAtDays();
        suspicions.lookAtDimensions();
        return suspicions.found;
    }

    private void look(Metric metric, MetricFacts known) {
        long measured = facts.rows() - known.missing();
        if (measured < FEWEST) {
            return;
        }
        boolean mayBeZero = metric == Metric.CLS || metric == Metric.TTFB;
        if (known.zeros() == measured) {
            say("%s is 0 in every row that has it.", metric.shortName());
        } else if (known.smallest() == known.largest()) {
            say(
                    "%s is %s in every row that has it.",
                    metric.shortName(), metric.inWords(known.smallest()));
        } else if (!mayBeZero && known.zeros() > MANY_ZEROS * measured) {
            say(
                    "%s is 0 in %.0f %% of the rows that have it.",
                    metric.shortName(), 100.0 * known.zeros() / measured);
        }
    }

    private void lookAtTimes() {
        if (facts.rows() >= FEWEST && facts.withoutTime() > MANY_TIMELESS * facts.rows()) {
            say("%.0f %% of the rows have no time.", 100.0 * facts.withoutTime() / facts.rows());
        }
        TimeWindow range = facts.range();
        if (range == null) {
            return;
        }
        if (range.to().isAfter(now.plus(Duration.ofDays(1)))) {
            say("The last page view is in the future: %s.", range.to());
        }
        if (range.from().isBefore(BEFORE_ANY_RUM)) {
            say("The first page view is older than the measuring of pages: %s.", range.from());
        }
        if (facts.rows() >= FEWEST
                && Duration.between(range.from(), range.to()).toMillis() <= 1_000) {
            say("All page views began within one second.");
        }
    }

    private void lookAtDays() {
        List<Day> days = facts.days();
        if (days.size() < 7) {
            return;
        }
        List<Long> sorted = days.stream().map(Day::views).sorted().toList();
        long usual = sorted.get(sorted.size() / 2);
        for (Day day : days) {
            if (day.views() > CROWDED * usual && day.views() >= FEWEST) {
                say(
                        "%s has %.0f times the page views of the usual day.",
                        day.day(), (double) day.views() / usual);
            }
        }
    }

    private void lookAtDimensions() {
        boolean anyKnown =
                Dimension.all().stream()
                        .anyMatch(dimension ->
                                facts.missing().getOrDefault(dimension, 0L) < facts.rows());
        if (!anyKnown && facts.rows() > 0) {
            say("No row says anything of the device, the browser or the country.");
        }
        if (facts.rows() > 0 && facts.withoutPage() == facts.rows()) {
            say("No row names its page.");
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // each template is a literal here
    private void say(String template, Object... values) {
        found.add(String.format(java.util.Locale.ROOT, template, values));
    }
}

package dev.parallax.service;

import dev.parallax.compare.AggregateComparer;
import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Aim;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredProfile;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.OverTime;
import dev.parallax.compare.QuarantineNote;
import dev.parallax.compare.Question;
import dev.parallax.journey.Journey;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.store.LabStore;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Use case: answers where the lab stands among real users.
public final class ComparePages {
    /// A baseline is the newest runs: enough for steady medians, few enough to be of one time.
    private static final int MOST_VALUES = 200;

    private final ManageJourneys journeys;
    private final LabStore lab;
    private final OpenPageViews pageViews;
    private final ManageProfiles profiles;

    public ComparePages(
            ManageJourneys journeys,
            LabStore lab,
            OpenPageViews pageViews,
            ManageProfiles profiles) {
        this.journeys = journeys;
        this.lab = lab;
        this.pageViews = pageViews;
        this.profiles = profiles;
    }

    /// The profile with this id, a preset or an own one.
    ///
    /// @throws ProblemException if there is none
    public Profile profile(String id) {
        return profiles.profile(id);
    }

    /// Whether the lab has measured a metric of a page under a profile.
    public boolean isMeasured(String journey, String page, Profile profile, Metric metric) {
        return lab.values(Baseline.newest(journey, page, profile), metric, 1)
                .template()
                .isPresent();
    }

    /// The newest runs of a page.
    ///
    /// @param page the name of a page mark; empty takes the journey's last
    /// @param profile the id of a preset or of an own profile
    /// @throws ProblemException if there is no such journey, page or profile
    public Baseline baseline(String journey, Optional<String> page, String profile) {
        Journey known = journeys.show(journey);
        List<String> pages = pages(known);
        page.ifPresent(name -> requirePage(known, name));
        return Baseline.newest(
                known.name(), page.orElseGet(pages::getLast), profiles.profile(profile));
    }

    private List<MeasuredProfile> otherwise(Baseline baseline, Metric metric) {
        return MeasuredProfile.merged(lab.otherwise(baseline, metric));
    }

    /// The baseline under numbers that its profile had before.
    ///
    /// @param number counted as the verdict counts them, the newest is 1
    /// @throws ProblemException if there were no such numbers
    public Baseline withNumbers(Baseline baseline, Metric metric, int number) {
        List<MeasuredProfile> others = otherwise(baseline, metric);
        if (number < 1 || number > others.size()) {
            throw new ProblemException(
                    Problem.usage(
                            "numbers-unknown",
                            "the profile "
                                    + baseline.profile().id()
                                    + " has no earlier numbers "
                                    + number
                                    + " for \""
                                    + baseline.page()
                                    + "\"",
                            others.isEmpty()
                                    ? "this page was never measured under others than those of now"
                                    : "it was measured under " + others.size() + " others",
                            others.isEmpty()
                                    ? "leave --numbers out"
                                    : "use a number from 1 to " + others.size()));
        }
        return baseline.withProfile(others.get(number - 1).profile());
    }

    /// The revisions of a journey that were run, the newest first.
    public List<MeasuredRevision> revisions(String journey) {
        return lab.revisions(journey);
    }

    /// What the lab measured along time.
    public LabSeries series(Baseline baseline, Metric metric) {
        return lab.series(baseline, metric);
    }

    /// Answers a question.
    ///
    /// @throws ProblemException if it names something that is not there
    public Comparison compare(Question question) {
        Asked asked = look(question);
        Comparison made = Comparer.compare(asked.sample, asked.field, asked.segment, Aim.MEDIAN);
        return QuarantineNote.of(
                        asked.field.dataset(),
                        question.metric(),
                        pageViews.quarantine(asked.field.dataset()))
                .map(made::with)
                .orElse(made);
    }

    /// Answers a question of a data set of aggregates as bounds; empty for one of page views, which
    /// [#compare] answers. The question's segment does not matter: no row is there to be picked.
    ///
    /// @throws ProblemException if it names something that is not there
    public Optional<AggregateComparison> compareAggregates(Question question) {
        Baseline baseline = question.baseline();
        requirePage(journeys.show(baseline.journey()), baseline.page());
        return pageViews
                .aggregates(question.dataset())
                .map(field ->
                        AggregateComparer.compare(
                                sample(baseline, question.metric()),
                                field.dataset(),
                                field.list(),
                                field.rules(),
                                Aim.MEDIAN));
    }

    /// Finds how the whole distributions differ, which takes longer than the verdict.
    ///
    /// @throws ProblemException if it names something that is not there
    public Differences differences(Question question) {
        Asked asked = look(question);
        return Comparer.differences(asked.sample, asked.field, asked.segment);
    }

    /// A question with all that it names.
    private record Asked(LabSample sample, PageViews field, Segment segment) {}

    private Asked look(Question question) {
        Baseline baseline = question.baseline();
        requirePage(journeys.show(baseline.journey()), baseline.page());
        PageViews field = pageViews.open(question.dataset());
        LabSample sample = sample(baseline, question.metric());
        Segment segment = question.segment();
        return new Asked(
                sample,
                field,
                segment.page() == null
                        ? resolveUsers(field, segment.withPage(sample.template()))
                        : field.resolve(segment));
    }

    /// Who is behind the gap between the lab and the users it is compared with; empty without a
    /// value of the lab, or of any of them.
    ///
    /// @param made the answer of the question
    Optional<Impacts> impacts(Question question, Comparison made) {
        if (made.labMedian().isEmpty()) {
            return Optional.empty();
        }
        PageViews field = pageViews.open(question.dataset());
        return Impacts.of(
                field,
                question.metric(),
                field.select(made.matched().segment()),
                made.labMedian(),
                Progress.NONE);
    }

    /// The users that the lab is compared with along time; empty if none of them has a time.
    ///
    /// @param made the answer of the question
    Optional<OverTime> overTime(
            Question question, Comparison made, ZoneId zone, OverTime.Happened happened) {
        return OverTime.of(
                pageViews.open(question.dataset()),
                question.metric(),
                made.matched().segment(),
                zone,
                happened);
    }

    /// What the lab measured on a page, the newest values of runs that can be used.
    LabSample sample(Baseline baseline, Metric metric) {
        LabStore.Values values = lab.values(baseline, metric, MOST_VALUES);
        PageTemplate template =
                values.template()
                        .or(() -> lab.values(everMeasured(baseline), metric, 1).template())
                        .or(() -> measuredOtherwise(everMeasured(baseline), metric))
                        .orElseThrow(() -> neverMeasured(baseline));
        return new LabSample(
                baseline.journey(),
                baseline.page(),
                template,
                baseline.profile(),
                metric,
                values.values(),
                values.tainted(),
                values.ran().orElse(null),
                otherwise(baseline, metric));
    }

    /// A baseline in which no run happens to lie is an answer ("too few runs"), as long as the page
    /// is known at all.
    private static Baseline everMeasured(Baseline baseline) {
        return Baseline.newest(baseline.journey(), baseline.page(), baseline.profile());
    }

    /// A profile that was changed since is the same to whoever asks: that its runs were made under
    /// other numbers is an answer too.
    private Optional<PageTemplate> measuredOtherwise(Baseline baseline, Metric metric) {
        return otherwise(baseline, metric).stream()
                .findFirst()
                .flatMap(other ->
                        lab.values(baseline.withProfile(other.profile()), metric, 1).template());
    }

    /// A page nobody visited is an answer ("nothing in common"), a value that does not exist is a
    /// mistake.
    private static Segment resolveUsers(PageViews field, Segment segment) {
        return field.resolve(segment.withPage(null)).withPage(segment.page());
    }

    private static List<String> pages(Journey journey) {
        List<String> pages = journey.pages();
        if (pages.isEmpty()) {
            throw new ProblemException(
                    Problem.usage(
                            "journey-without-pages",
                            "cannot compare \"" + journey.name() + "\"",
                            "it has no page mark, so no page was measured",
                            "add a \"page\" step after the page has opened and run it again"));
        }
        return pages;
    }

    private static void requirePage(Journey journey, String page) {
        List<String> pages = pages(journey);
        if (!pages.contains(page)) {
            throw new ProblemException(
                    Problem.usage(
                            "page-unknown",
                            "\"" + journey.name() + "\" has no page \"" + page + "\"",
                            "its pages are " + String.join(", ", pages),
                            "use one of these"));
        }
    }

    private static ProblemException neverMeasured(Baseline baseline) {
        String profile = baseline.profile().id();
        return new ProblemException(
                Problem.usage(
                        "page-not-measured",
                        "the page \""
                                + baseline.page()
                                + "\" was never measured under the profile "
                                + profile,
                        "no run of \"" + baseline.journey() + "\" has it",
                        "run it first: `parallax check run \""
                                + baseline.journey()
                                + "\" --iterations 12 --profile "
                                + profile
                                + "`"));
    }
}

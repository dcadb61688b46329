package dev.parallax.service;

import dev.parallax.compare.Aim;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.LabSample;
import dev.parallax.journey.Journey;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.report.HtmlReport;
import dev.parallax.report.Report;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.store.LabStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Use case: answers where the lab stands among real users, and writes the answers as a report.
public final class ComparePages {
    /// A baseline is the newest runs: enough for steady medians, few enough to be of one time.
    private static final int MOST_VALUES = 200;

    private final ManageJourneys journeys;
    private final LabStore lab;
    private final OpenPageViews pageViews;
    private final InstantSource clock;

    public ComparePages(
            ManageJourneys journeys, LabStore lab, OpenPageViews pageViews, InstantSource clock) {
        this.journeys = journeys;
        this.lab = lab;
        this.pageViews = pageViews;
        this.clock = clock;
    }

    /// What is asked.
    ///
    /// @param journey its name
    /// @param page the name of a page mark; empty takes the journey's last
    /// @param profile the id of a preset: only runs under its numbers count
    /// @param dataset the data set's name
    /// @param segment which users; without a page, those of the journey's page
    public record Question(
            String journey,
            Optional<String> page,
            String profile,
            String dataset,
            Metric metric,
            Segment segment) {}

    /// Whether the lab has measured a metric of a page under a profile.
    public boolean isMeasured(String journey, String page, Profile profile, Metric metric) {
        return lab.values(journey, page, metric, profile, 1).template().isPresent();
    }

    /// Answers a question.
    ///
    /// @throws ProblemException if it names something that is not there
    public Comparison compare(Question question) {
        Asked asked = look(question);
        return Comparer.compare(asked.sample, asked.field, asked.segment, Aim.MEDIAN);
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
        Profile profile = RunJourney.profile(question.profile());
        Journey journey = journeys.show(question.journey());
        String page = page(journey, question.page());
        PageViews field = pageViews.open(question.dataset());
        LabSample sample = sample(journey, page, profile, question.metric());
        Segment segment = question.segment();
        return new Asked(
                sample,
                field,
                segment.page() == null
                        ? resolveUsers(field, segment.withPage(sample.template()))
                        : field.resolve(segment));
    }

    /// Writes comparisons as one self-contained HTML file.
    ///
    /// @throws ProblemException if the file cannot be written
    public void report(List<Comparison> comparisons, Path file) {
        report("Lab and field", List.of(), comparisons, file);
    }

    /// Writes comparisons under a title, with what a reader has to know before the first number.
    void report(String title, List<String> remarks, List<Comparison> comparisons, Path file) {
        HtmlReport.write(new Report(title, clock.instant(), remarks, comparisons), file);
    }

    /// What the lab measured on a page, the newest values of runs that can be used.
    private LabSample sample(Journey journey, String page, Profile profile, Metric metric) {
        LabStore.Values values = lab.values(journey.name(), page, metric, profile, MOST_VALUES);
        PageTemplate template =
                values.template().orElseThrow(() -> neverMeasured(journey.name(), page, profile));
        return new LabSample(
                journey.name(), page, template, profile, metric, values.values(), values.tainted());
    }

    /// A page nobody visited is an answer ("nothing in common"), a value that does not exist is a
    /// mistake.
    private static Segment resolveUsers(PageViews field, Segment segment) {
        return field.resolve(segment.withPage(null)).withPage(segment.page());
    }

    private static String page(Journey journey, Optional<String> asked) {
        List<String> pages = journey.pages();
        if (pages.isEmpty()) {
            throw new ProblemException(
                    Problem.usage(
                            "journey-without-pages",
                            "cannot compare \"" + journey.name() + "\"",
                            "it has no page mark, so no page was measured",
                            "add a \"page\" step after the page has opened and run it again"));
        }
        String page = asked.orElseGet(pages::getLast);
        if (!pages.contains(page)) {
            throw new ProblemException(
                    Problem.usage(
                            "page-unknown",
                            "\"" + journey.name() + "\" has no page \"" + page + "\"",
                            "its pages are " + String.join(", ", pages),
                            "use one of these"));
        }
        return page;
    }

    private static ProblemException neverMeasured(String journey, String page, Profile profile) {
        return new ProblemException(
                Problem.usage(
                        "page-not-measured",
                        "the page \""
                                + page
                                + "\" was never measured under the profile "
                                + profile.id(),
                        "no run of \"" + journey + "\" has it",
                        "run it first: `parallax check run \""
                                + journey
                                + "\" --iterations 12 --profile "
                                + profile.id()
                                + "`"));
    }
}

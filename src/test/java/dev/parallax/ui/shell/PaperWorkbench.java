package dev.parallax.ui.shell;

import dev.parallax.compare.Aim;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.LabSample;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.checks.CheckUseCases;
import dev.parallax.ui.compare.CompareUseCases;
import dev.parallax.ui.journeys.JourneyUseCases;
import dev.parallax.ui.overview.OverviewUseCases;
import dev.parallax.ui.realusers.RealUserUseCases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// A workbench on paper: it keeps everything in memory and runs a journey by making up its result,
/// so that screens can be tried without browser and database.
public final class PaperWorkbench implements Workbench {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String DATASET = "Saltmarsh visitors";

    private final Map<String, Journey> journeys = new TreeMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<CheckUseCases.Scheduled> checks = new ArrayList<>();
    private final Optional<PageViews> field;
    private final Path file;
    private TrustState trust;
    private final PaperRuns results = new PaperRuns();

    private PaperWorkbench(Path file, TrustState trust, Optional<PageViews> field) {
        this.file = file;
        this.trust = trust;
        this.field = field;
    }

    /// Nothing in it.
    public static PaperWorkbench empty(Path file) {
        return new PaperWorkbench(file, TrustState.TRUSTED, Optional.empty());
    }

    /// Two journeys, a few runs and so many page views.
    public static PaperWorkbench full(Path file, TrustState trust, int views) {
        var bench = new PaperWorkbench(file, trust, Optional.of(PaperField.of(views)));
        bench.journeys.put("Buy a lantern", PaperJourneys.lantern());
        bench.journeys.put("Order over HTTP", PaperJourneys.order());
        bench.runJourney("Order over HTTP", Profile.DESKTOP, 3);
        bench.runJourney("Buy a lantern", Profile.MOBILE, 1);
        bench.runJourney("Buy a lantern", Profile.DESKTOP, 12);
        bench.checks.add(
                new CheckUseCases.Scheduled(
                        "1",
                        "Buy a lantern",
                        "Desktop, unshaped",
                        "every 10 min",
                        Optional.of(NOON)));
        bench.checks.add(
                new CheckUseCases.Scheduled(
                        "2",
                        "Order over HTTP",
                        "Desktop, unshaped",
                        "every 1 min",
                        Optional.empty()));
        return bench;
    }

    private Run runJourney(String name, Profile profile, int count) {
        Run run = results.run(journeys.get(name), profile, count);
        runs.addFirst(run);
        return run;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public TrustState trust() {
        return trust;
    }

    @Override
    public void giveTrust() {
        trust = TrustState.TRUSTED;
    }

    @Override
    public List<String> hosts() {
        return List.of("shop.example");
    }

    @Override
    public void whenCheckRan(Runnable listener) {}

    @Override
    public void close() {}

    @Override
    public OverviewUseCases overview() {
        return new OverviewUseCases() {
            @Override
            public Standing standing() {
                return new Standing(
                        journeys.size(),
                        checks.size(),
                        field.isPresent() ? 1 : 0,
                        runs.stream()
                                .map(run ->
                                        new Ran(
                                                run.id(),
                                                run.journey(),
                                                run.conditions().applied().name(),
                                                run.status(),
                                                run.started()))
                                .toList());
            }

            @Override
            public List<Asked> questions() {
                return field.isEmpty()
                        ? List.of()
                        : compare().pages().stream()
                                .map(page ->
                                        new Asked(page.journey(), page.page(), "desktop", DATASET))
                                .toList();
            }

            @Override
            public Comparison answer(Asked asked) {
                return compare()
                        .compare(
                                new CompareUseCases.Question(
                                        new CompareUseCases.LabPage(asked.journey(), asked.page()),
                                        asked.profile(),
                                        asked.dataset(),
                                        Metric.LCP,
                                        Segment.ALL));
            }
        };
    }

    @Override
    public JourneyUseCases journeys() {
        return new JourneyUseCases() {
            @Override
            public List<Entry> list() {
                return journeys.values().stream()
                        .map(each ->
                                new Entry(
                                        each.name(),
                                        each.kind(),
                                        each.prelude().size() + each.steps().size(),
                                        1))
                        .toList();
            }

            @Override
            public Journey show(String name) {
                return Optional.ofNullable(journeys.get(name)).orElseThrow();
            }

            @Override
            public void save(Journey journey) {
                journeys.put(journey.name(), journey);
            }

            @Override
            public String importFile(Path from) {
                throw new ProblemException(
                        Problem.usage(
                                "journey-unreadable",
                                "cannot read " + from,
                                "it is empty",
                                "give another"));
            }

            @Override
            public void delete(String name) {
                journeys.remove(name);
            }

            @Override
            public Run run(Order order, Progress progress) {
                progress.report(0.5, "iteration 1 of " + order.iterations());
                return runJourney(
                        order.journey(),
                        Profile.preset(order.profile()).orElseThrow(),
                        order.iterations());
            }

            @Override
            public boolean canRecord() {
                return true;
            }

            @Override
            public Journey record(Recording recording, Consumer<Step> seen, Progress progress) {
                var step = new Step.Navigate("Open", recording.url());
                seen.accept(step);
                var journey =
                        new Journey(
                                recording.name(),
                                Journey.Kind.BROWSER,
                                Map.of(),
                                List.of(),
                                List.of(step));
                save(journey);
                return journey;
            }
        };
    }

    @Override
    public CheckUseCases checks() {
        return new CheckUseCases() {
            @Override
            public List<Scheduled> scheduled() {
                return List.copyOf(checks);
            }

            @Override
            public void add(Wish wish) {
                checks.add(
                        new Scheduled(
                                String.valueOf(checks.size() + 1),
                                wish.journey(),
                                wish.profile(),
                                "every " + wish.every().toMinutes() + " min",
                                Optional.of(NOON)));
            }

            @Override
            public void pause(String name) {
                set(name, Optional.empty());
            }

            @Override
            public void resume(String name) {
                set(name, Optional.of(NOON));
            }

            private void set(String name, Optional<Instant> next) {
                checks.replaceAll(each ->
                        each.name().equals(name)
                                ? new Scheduled(
                                        name, each.journey(), each.profile(), each.rhythm(), next)
                                : each);
            }

            @Override
            public void remove(String name) {
                checks.removeIf(each -> each.name().equals(name));
            }

            @Override
            public List<Past> latest(int most) {
                return runs.stream()
                        .limit(most)
                        .map(run ->
                                new Past(
                                        run.id(),
                                        run.journey(),
                                        run.conditions().applied().name(),
                                        run.status(),
                                        run.tainted(),
                                        run.started(),
                                        run.took()))
                        .toList();
            }

            @Override
            public Run show(UUID id) {
                return runs.stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow();
            }

            @Override
            public List<String> journeys() {
                return List.copyOf(journeys.keySet());
            }
        };
    }

    @Override
    public RealUserUseCases realUsers() {
        return new RealUserUseCases() {
            @Override
            public List<Dataset> list() {
                return field.map(PageViews::dataset).stream().toList();
            }

            @Override
            public Imported importFiles(Import files, Progress progress) {
                return new Imported(files.dataset(), 10, 9, Map.of("without a time", 1L));
            }

            @Override
            public void delete(String dataset) {
                throw new UnsupportedOperationException("a paper data set stays: " + dataset);
            }

            @Override
            public List<Page> pages(String dataset) {
                PageViews views = field.orElseThrow();
                double all = views.dataset().pageViews();
                return views.summarize(Metric.LCP, views.select(Segment.ALL)).stream()
                        .map(page ->
                                new Page(
                                        page.page(),
                                        page.views(),
                                        page.views() / all,
                                        page.p75().isPresent()
                                                ? Map.of(Metric.LCP, page.p75().getAsDouble())
                                                : Map.of()))
                        .toList();
            }

            @Override
            public List<Group> percentiles(RealUserUseCases.Question question) {
                PageViews views = field.orElseThrow();
                Segment segment = Segment.ALL.withPage(question.page().orElse(null));
                Dimension by = question.by().orElseThrow();
                return views.count(by, views.select(segment)).stream()
                        .map(value -> {
                            var part =
                                    views.distribution(
                                            question.metric(),
                                            views.select(
                                                    segment.with(
                                                            by, java.util.Set.of(value.value()))));
                            return new Group(
                                    value.value(),
                                    value.views(),
                                    part.count(),
                                    List.of(50, 75, 90, 95, 99).stream()
                                            .map(p ->
                                                    new Percentile(
                                                            p,
                                                            OptionalDouble.of(
                                                                    question.metric()
                                                                            .fromFixed(
                                                                                    part.quantile(
                                                                                            p
                                                                                                    / 100.0))),
                                                            p))
                                            .toList());
                        })
                        .toList();
            }
        };
    }

    @Override
    public CompareUseCases compare() {
        return new CompareUseCases() {
            @Override
            public List<LabPage> pages() {
                return journeys.values().stream()
                        .flatMap(journey ->
                                journey.pages().stream()
                                        .map(page -> new LabPage(journey.name(), page)))
                        .toList();
            }

            @Override
            public List<String> datasets() {
                return field.isPresent() ? List.of(DATASET) : List.of();
            }

            @Override
            public PageViews open(String dataset) {
                return field.orElseThrow();
            }

            @Override
            public Comparison compare(CompareUseCases.Question question) {
                Profile profile = Profile.preset(question.profile()).orElseThrow();
                List<Double> values =
                        runs.stream()
                                .filter(run -> run.conditions().applied().equals(profile))
                                .flatMap(run -> run.iterations().stream())
                                .flatMap(each -> each.pages().stream())
                                .filter(page -> page.page().equals(question.lab().page()))
                                .filter(page -> page.metrics().containsKey(question.metric()))
                                .map(page -> page.metrics().get(question.metric()))
                                .toList();
                String page = question.lab().page();
                var template =
                        new PageTemplate(
                                switch (page) {
                                    case "home" -> "/";
                                    case "product" -> "/product/:id";
                                    default -> "/" + page;
                                });
                var lab =
                        new LabSample(
                                question.lab().journey(),
                                page,
                                template,
                                profile,
                                question.metric(),
                                values,
                                0);
                return Comparer.compare(
                        lab,
                        field.orElseThrow(),
                        question.segment().withPage(template),
                        Aim.MEDIAN);
            }
        };
    }
}

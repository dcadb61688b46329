package dev.parallax.ui.shell;

import dev.parallax.compare.Aim;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.LabSample;
import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RandomPageViews;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.rum.Segment;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.checks.CheckUseCases;
import dev.parallax.ui.compare.CompareUseCases;
import dev.parallax.ui.journeys.JourneyUseCases;
import dev.parallax.ui.overview.OverviewUseCases;
import dev.parallax.ui.realusers.RealUserUseCases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// A workbench on paper: it keeps everything in memory and runs a journey by making up its result,
/// so that screens can be tried without browser and database.
public final class PaperWorkbench implements Workbench {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String DATASET = "Saltmarsh visitors";

    private final Map<String, Journey> journeys = new TreeMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<CheckUseCases.Scheduled> checks = new ArrayList<>();
    private final Optional<PageViews> field;
    private final Path file;
    private TrustState trust;
    private final Random random = new Random(1);

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
        var bench = new PaperWorkbench(file, trust, Optional.of(field(views)));
        bench.journeys.put("Buy a lantern", lantern());
        bench.journeys.put("Order over HTTP", order());
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

    static PageViews field(int views) {
        var random = new Random(7);
        List<Row> rows = new ArrayList<>(views);
        String[] pages = {"/", "/catalogue", "/product/:id", "/checkout"};
        for (int i = 0; i < views; i++) {
            boolean mobile = random.nextInt(10) < 6;
            var metrics = new EnumMap<Metric, Integer>(Metric.class);
            double base = mobile ? 1.5 : 1;
            double lcp = 1250 * base * Math.exp(0.55 * random.nextGaussian());
            metrics.put(Metric.LCP, Metric.LCP.toFixed(lcp));
            metrics.put(Metric.FCP, Metric.FCP.toFixed(lcp * 0.6));
            metrics.put(Metric.TTFB, Metric.TTFB.toFixed(lcp * 0.25));
            metrics.put(Metric.CLS, Metric.CLS.toFixed(Math.max(0, 0.05 * random.nextGaussian())));
            metrics.put(
                    Metric.INP, Metric.INP.toFixed(130 * base * Math.exp(random.nextGaussian())));
            var dimensions = new EnumMap<Dimension, String>(Dimension.class);
            dimensions.put(Dimension.DEVICE, mobile ? "mobile" : "desktop");
            dimensions.put(
                    Dimension.BROWSER,
                    pick(random, "Chrome", "Chrome", "Safari", "Firefox", "Edge"));
            dimensions.put(
                    Dimension.OS,
                    mobile ? pick(random, "Android", "iOS") : pick(random, "Windows", "macOS"));
            dimensions.put(Dimension.COUNTRY, pick(random, "DE", "DE", "FR", "GB", "NL", "PL"));
            dimensions.put(Dimension.CONNECTION, pick(random, "4g", "4g", "4g", "3g"));
            rows.add(
                    new Row(
                            1_790_000_000_000L + i * 1_000L,
                            metrics,
                            dimensions,
                            pages[random.nextInt(pages.length)],
                            (i / 4) * 0x9E3779B97F4A7C15L,
                            1));
        }
        var recorded = new RecordedPageViews();
        RandomPageViews.write(rows, recorded);
        return recorded.open();
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static Journey lantern() {
        return new Journey(
                "Buy a lantern",
                Journey.Kind.BROWSER,
                Map.of("base", "https://shop.example"),
                List.of(
                        new Step.Navigate("Open the shop", "${base}/"),
                        new Step.Click(
                                "Accept cookies", Target.of("role=button[name=\"Accept\"]"))),
                List.of(
                        new Step.Navigate("Open the home page", "${base}/"),
                        new Step.PageMark("home"),
                        new Step.Click("Open the catalogue", Target.of("text=Catalogue")),
                        new Step.Wait(
                                "Wait for the list",
                                new Condition.ElementVisible(Target.of("testid=product-list"))),
                        new Step.PageMark("catalogue"),
                        new Step.Click(
                                "Choose the lantern",
                                Target.of("role=link[name=\"Storm lantern\"]")),
                        new Step.PageMark("product"),
                        new Step.Fill("Enter the e-mail", Target.of("label=E-mail"), "${email}"),
                        new Step.Assert(
                                "The basket has it",
                                new Assertion.ElementText(
                                        Target.of("css=.basket"), "Storm lantern")),
                        new Step.PageMark("checkout")));
    }

    private static Journey order() {
        return new Journey(
                "Order over HTTP",
                Journey.Kind.HTTP,
                Map.of(),
                List.of(),
                List.of(
                        new Step.Request(
                                "List products", "GET", "${base}/api/products", Map.of(), null),
                        new Step.Assert("Answers", new Assertion.StatusIs(200))));
    }

    private Run runJourney(String name, Profile profile, int count) {
        var iterations = new ArrayList<Iteration>();
        for (int i = 1; i <= count; i++) {
            iterations.add(iteration(name, i));
        }
        boolean http = journeys.get(name).kind() == Journey.Kind.HTTP;
        var run =
                new Run(
                        new UUID(1, runs.size()),
                        name,
                        1,
                        http ? RunStatus.FAILED : RunStatus.OK,
                        false,
                        NOON.minus(Duration.ofMinutes(9L * (12 - runs.size()))),
                        Duration.ofMillis(12_400),
                        new Conditions(
                                profile,
                                profile,
                                http ? "HttpClient 5.6.5" : "Chromium 156.0.8078.73",
                                0.4,
                                List.of("RUM beacons blocked")),
                        iterations,
                        http
                                ? Optional.of(
                                        Problem.failed(
                                                "assertion-status",
                                                "the status is 500, not 200",
                                                "the shop answered GET /api/products with an error",
                                                "look at the server's log"))
                                : Optional.empty());
        runs.addFirst(run);
        return run;
    }

    private Iteration iteration(String name, int number) {
        Journey journey = journeys.get(name);
        var steps = new ArrayList<StepResult>();
        var pages = new ArrayList<PageResult>();
        for (Step step : journey.steps()) {
            if (step instanceof Step.PageMark mark) {
                double lcp = 900 + 80 * random.nextGaussian();
                pages.add(
                        new PageResult(
                                mark.page(),
                                "https://shop.example/" + mark.page(),
                                new PageTemplate(
                                        mark.page().equals("home") ? "/" : "/" + mark.page()),
                                Map.of(
                                        Metric.TTFB,
                                        lcp / 4,
                                        Metric.FCP,
                                        lcp / 2,
                                        Metric.LCP,
                                        lcp,
                                        Metric.CLS,
                                        0.02,
                                        Metric.LOAD,
                                        lcp * 1.3)));
            }
            steps.add(
                    step instanceof Step.Assert && journey.kind() == Journey.Kind.HTTP
                            ? new StepResult.Failed(
                                    step.label(),
                                    Duration.ofMillis(3),
                                    Problem.failed(
                                            "assertion-status",
                                            "the status is 500, not 200",
                                            "the shop answered with an error",
                                            "look at the server's log"),
                                    null)
                            : new StepResult.Done(
                                    step.label(),
                                    Duration.ofMillis(40 + 30L * steps.size()),
                                    null));
        }
        var exchanges = new ArrayList<Exchange>();
        String[] names = {"", "styles.css", "shop.js", "hero.png", "api/products", "lantern.png"};
        for (int i = 0; i < names.length; i++) {
            exchanges.add(
                    new Exchange(
                            "GET",
                            "https://shop.example/" + names[i],
                            200,
                            "fetch",
                            "h2",
                            i * 55,
                            i == 0
                                    ? new Phases(8.0, 14.0, 22.0, 1.0, 120.0, 30.0)
                                    : new Phases(
                                            null, null, null, 0.5, 60.0 + 20 * i, 25.0 + 30 * i),
                            2_000 + 40_000L * i,
                            null));
        }
        return new Iteration(number, steps, pages, exchanges, Optional.empty());
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

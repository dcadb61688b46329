package dev.parallax.bench;

import dev.parallax.compare.Aim;
import dev.parallax.compare.Annotation;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.SavedComparison;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Tasks;
import dev.parallax.ui.compare.CompareModel;
import dev.parallax.ui.compare.CompareUseCases;
import dev.parallax.ui.compare.CompareView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Measures what a person waits for while changing the segment in Compare: from the change of the
/// filter until both charts are redrawn, over a million page views. Prints p50 and p95 in
/// milliseconds.
///
/// Runs on the Headless platform: `-Dglass.platform=Headless -Dprism.order=sw`. The verdict is
/// found anew beside it, as in the product.
public final class FrameBench {
    private static final int VIEWS = 1_000_000;
    private static final int WARM_UP = 40;
    private static final int CHANGES = 200;
    private static final PageTemplate PAGE = new PageTemplate("/checkout");
    private static final String[] COUNTRIES = {"DE", "FR", "GB", "NL", "PL", "ES", "IT", "SE"};

    private final CompareModel model;
    private final double[] millis = new double[CHANGES];
    private int change = -WARM_UP;
    private long startedNanos;
    private boolean drawn;
    private boolean waiting;

    private FrameBench(CompareModel model) {
        this.model = model;
    }

    public static void main(String[] arguments) {
        System.setProperty("javafx.animation.fullspeed", "true");
        PageViews field = field();
        Platform.startup(() -> start(field));
    }

    private static void start(PageViews field) {
        Application.setUserAgentStylesheet(
                new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        var background = Background.onVirtualThreads(new Tasks(Platform::runLater));
        var problems = new Problems();
        var model = new CompareModel(new OneQuestion(field), background, problems);
        var view = new CompareView(model, background, problems, new NoWays());
        var scene = new Scene(view.node(), 1000, 800);
        scene.getStylesheets().add("/dev/parallax/ui/app.css");
        var stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.attach();
        new FrameBench(model).run();
    }

    private void run() {
        model.shown().subscribe((_, _) -> drawn = true);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (model.shown().get().isEmpty()) {
                    return;
                }
                // a change is over at the first frame after the one that drew it
                if (waiting && drawn) {
                    waiting = false;
                    if (change >= 0) {
                        millis[change] = (System.nanoTime() - startedNanos) / 1e6;
                    }
                    change++;
                    return;
                }
                if (change == CHANGES) {
                    stop();
                    report();
                    Platform.exit();
                } else if (!waiting) {
                    waiting = true;
                    drawn = false;
                    startedNanos = System.nanoTime();
                    model.question()
                            .toggle(
                                    Dimension.COUNTRY,
                                    COUNTRIES[Math.floorMod(change, COUNTRIES.length)]);
                }
            }
        }.start();
    }

    private void report() {
        Arrays.sort(millis);
        System.out.printf(
                "filter change to both charts redrawn, %,d page views, %d changes:"
                        + " p50 %.1f ms, p95 %.1f ms, max %.1f ms%n",
                VIEWS,
                CHANGES,
                millis[CHANGES / 2],
                millis[CHANGES * 95 / 100],
                millis[CHANGES - 1]);
    }

    /// A million page views of one page, in chunks written directly.
    private static PageViews field() {
        var random = new Random(7);
        var recorded = new RecordedPageViews();
        Dictionaries dictionaries = recorded.dictionaries();
        var chunk = new Chunk();
        for (int i = 0; i < VIEWS; i++) {
            int at = chunk.rows();
            chunk.times()[at] = 1_790_000_000_000L + i * 100L;
            double value = 1500 * Math.exp(0.6 * random.nextGaussian());
            chunk.metric(Metric.LCP)[at] = Metric.LCP.toFixed(value);
            chunk.dimension(Dimension.DEVICE)[at] =
                    dictionaries
                            .dimension(Dimension.DEVICE)
                            .code(random.nextInt(10) < 6 ? "mobile" : "desktop");
            chunk.dimension(Dimension.COUNTRY)[at] =
                    dictionaries
                            .dimension(Dimension.COUNTRY)
                            .code(COUNTRIES[random.nextInt(COUNTRIES.length)]);
            chunk.dimension(Dimension.BROWSER)[at] =
                    dictionaries
                            .dimension(Dimension.BROWSER)
                            .code(random.nextBoolean() ? "Chrome" : "Safari");
            chunk.pages()[at] = dictionaries.pages().code(PAGE.path());
            chunk.sessions()[at] = (i / 5) * 0x9E3779B97F4A7C15L;
            chunk.weights()[at] = 1;
            chunk.rows(at + 1);
            if (chunk.isFull()) {
                recorded.write(chunk);
                chunk.clear();
            }
        }
        recorded.write(chunk);
        recorded.finish(ImportRecord.of("bench", VIEWS));
        return recorded.open();
    }

    /// Always the same lab, compared with the segment that is asked for.
    private record OneQuestion(PageViews field) implements CompareUseCases {
        @Override
        public List<LabPage> pages() {
            return List.of(new LabPage("Buy", "checkout"));
        }

        @Override
        public List<String> datasets() {
            return List.of("bench");
        }

        @Override
        public PageViews open(String dataset) {
            return field;
        }

        @Override
        public Comparison compare(Question question) {
            var lab =
                    new LabSample(
                            "Buy",
                            "checkout",
                            PAGE,
                            Profile.DESKTOP,
                            Metric.LCP,
                            List.of(900.0, 910.0, 905.0, 950.0, 890.0, 930.0, 925.0, 915.0),
                            0);
            return Comparer.compare(lab, field, question.segment().withPage(PAGE), Aim.MEDIAN);
        }

        @Override
        public List<MeasuredRevision> revisions(String journey) {
            return List.of();
        }

        @Override
        public LabSeries series(Baseline baseline, Metric metric) {
            return LabSeries.EMPTY;
        }

        @Override
        public List<SavedComparison> saved() {
            return List.of();
        }

        @Override
        public Reanswered answer(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public void save(String name, Question question) {}

        @Override
        public void remove(String name) {}

        @Override
        public List<Annotation> annotations() {
            return List.of();
        }

        @Override
        public void annotate(Annotation annotation) {}

        @Override
        public void forget(Annotation annotation) {}

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void report(Question question, Path file) {}
    }
}

package dev.parallax.bench;

import dev.parallax.compare.LabSeries;
import dev.parallax.metric.Dimension;
import dev.parallax.rum.Brush;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RepeatedPageViews;
import dev.parallax.rum.ValueRange;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Tasks;
import dev.parallax.ui.compare.CompareModel;
import dev.parallax.ui.compare.CompareView;
import dev.parallax.ui.compare.FieldPairModel;
import dev.parallax.ui.compare.LabPairModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Measures what a person waits for in Compare, in the real screen: from a change of the question
/// to its verdict, its charts and everything else; how much of the window's thread a frame takes
/// while users are picked by dragging, and how far the other charts lag behind; and what a frame
/// costs while a long time series of lab runs is zoomed.
///
/// Arguments: page views (1000000), how often they are repeated (1), lab runs (1000000). Needs
/// `-Dglass.platform=Headless -Dprism.order=sw`.
public final class CompareBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 10;
    private static final int QUESTIONS = 40;
    private static final int FRAMES = 240;

    private final CompareModel model;
    private final Scene scene;
    private final Lag verdict = new Lag();
    private final Lag charts = new Lag();
    private final Lag everything = new Lag();
    private final Lag differences = new Lag();
    private final Lag linked = new Lag();
    private final List<Double> frames = new ArrayList<>();
    private final Iterator<Phase> phases;
    private Phase phase;

    private CompareBench(CompareModel model, Scene scene) {
        this.model = model;
        this.scene = scene;
        phases =
                List.<Phase>of(
                                new Questions(WARM_UP, false),
                                new Questions(QUESTIONS, true),
                                new Resampling(QUESTIONS / 4),
                                new Drag(FRAMES / 4, false),
                                new Drag(FRAMES, true),
                                new Zoom(FRAMES / 4, false),
                                new Zoom(FRAMES, true))
                        .iterator();
        phase = phases.next();
    }

    public static void main(String[] arguments) {
        int rows = argument(arguments, 0, 1_000_000);
        int times = argument(arguments, 1, 1);
        int runs = argument(arguments, 2, 1_000_000);
        System.setProperty("javafx.animation.fullspeed", "true");
        PageViews one = BenchField.of(rows);
        PageViews field = times > 1 ? RepeatedPageViews.of(one, times) : one;
        LabSeries lab = lab(runs);
        System.out.printf("%,d page views, %,d lab runs%n", field.dataset().rows(), runs);
        Platform.startup(() -> start(field, lab));
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    /// Runs all over the month, one of them far slower than the others.
    private static LabSeries lab(int runs) {
        var random = new Random(3);
        var millis = new long[runs];
        var values = new double[runs];
        for (int i = 0; i < runs; i++) {
            millis[i] = BenchField.BEGIN + (long) ((double) BenchField.MONTH / runs * i);
            values[i] = 900 + 40 * random.nextGaussian();
        }
        values[runs / 3] = 9_000;
        return new LabSeries(millis, values);
    }

    private static void start(PageViews field, LabSeries lab) {
        Application.setUserAgentStylesheet(
                new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        var background = Background.onVirtualThreads(new Tasks(Platform::runLater));
        var problems = new Problems();
        var lists = new BenchQuestion(field, lab);
        var model = new CompareModel(lists, background, problems);
        var pairs = new NoPairs();
        var view =
                new CompareView(
                        new CompareView.Models(
                                model,
                                new LabPairModel(lists, pairs, background, problems),
                                new FieldPairModel(lists, pairs, background, problems)),
                        background,
                        problems,
                        new NoWays());
        var scene = new Scene(view.node(), 1_096, 780);
        scene.getStylesheets().add("/dev/parallax/ui/app.css");
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        view.attach();
        new CompareBench(model, scene).run();
    }

    /// A part of the measurement.
    private interface Phase {
        /// Does the next step, a frame at a time.
        ///
        /// @return whether there are more
        boolean step();
    }

    private void run() {
        model.comparison().subscribe((_, _) -> verdict.end());
        model.shown().subscribe((_, _) -> charts.end());
        model.differences().subscribe((_, _) -> differences.end());
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (isWaiting()) {
                    return;
                }
                if (phase.step()) {
                    return;
                }
                if (phases.hasNext()) {
                    phase = phases.next();
                } else {
                    stop();
                    Platform.exit();
                }
            }
        }.start();
    }

    private boolean isWaiting() {
        return model.linked().impacts().get().isEmpty();
    }

    /// What the window's thread works from now to the end of this frame: its processor time, as the
    /// clock would count its waiting for the renderer too.
    private void timeFrame() {
        long begin = THREADS.getCurrentThreadCpuTime();
        Platform.runLater(() -> frames.add((THREADS.getCurrentThreadCpuTime() - begin) / 1e6));
    }

    /// Other countries again and again.
    private final class Questions implements Phase {
        private final int changes;
        private final boolean told;
        private int change;
        private int open;

        Questions(int changes, boolean told) {
            this.changes = changes;
            this.told = told;
            model.linked().time().subscribe((_, _) -> done());
            model.linked().week().subscribe((_, _) -> done());
            model.linked().impacts().subscribe((_, _) -> done());
        }

        private void done() {
            if (open > 0) {
                open--;
                if (open == 0) {
                    everything.end();
                }
            }
        }

        @Override
        public boolean step() {
            if (verdict.isOpen() || charts.isOpen() || open > 0) {
                return true;
            }
            if (change == 0) {
                verdict.clear();
                charts.clear();
                everything.clear();
            }
            if (change++ == changes) {
                if (told) {
                    verdict.print("question changed to verdict");
                    charts.print("question changed to histogram and ECDF");
                    everything.print("question changed to all linked charts");
                }
                return false;
            }
            open = 3;
            verdict.begin();
            charts.begin();
            everything.begin();
            model.question()
                    .toggle(
                            Dimension.COUNTRY,
                            BenchField.COUNTRIES[change % BenchField.COUNTRIES.length]);
            return true;
        }
    }

    private void unfold(boolean shown) {
        ((TitledPane) scene.lookup("#differences")).setExpanded(shown);
    }

    /// The whole distributions, with their simultaneous bands.
    private final class Resampling implements Phase {
        private final int changes;
        private int change;

        Resampling(int changes) {
            this.changes = changes;
        }

        @Override
        public boolean step() {
            if (differences.isOpen()) {
                return true;
            }
            if (change++ == changes) {
                differences.print("question changed to shift function and distances");
                unfold(false);
                return false;
            }
            differences.begin();
            if (change == 1) {
                unfold(true);
            } else {
                model.question()
                        .toggle(
                                Dimension.COUNTRY,
                                BenchField.COUNTRIES[change % BenchField.COUNTRIES.length]);
            }
            return true;
        }
    }

    /// A range of values pushed to and fro.
    private final class Drag implements Phase {
        private final int steps;
        private final boolean told;
        private int step;

        Drag(int steps, boolean told) {
            this.steps = steps;
            this.told = told;
            model.linked().week().subscribe((_, _) -> linked.end());
        }

        @Override
        public boolean step() {
            if (step == 0) {
                frames.clear();
                linked.clear();
            }
            if (step++ == steps) {
                if (told) {
                    Lag.print("frame while picking by dragging", frames);
                    linked.print("drag to the other charts");
                }
                model.linked().brush().set(Brush.NONE);
                return false;
            }
            double low = 1_000 + 800 * Math.sin(step / 20.0);
            if (!linked.isOpen()) {
                linked.begin();
            }
            timeFrame();
            model.linked()
                    .brush()
                    .set(Brush.NONE.withValues(Optional.of(new ValueRange(low, low + 700))));
            return true;
        }
    }

    /// In to a part of the month, along it, and out again.
    private final class Zoom implements Phase {
        private final int steps;
        private final boolean told;
        private int step;

        Zoom(int steps, boolean told) {
            this.steps = steps;
            this.told = told;
        }

        @Override
        public boolean step() {
            if (step == 0) {
                frames.clear();
            }
            if (step++ == steps) {
                if (told) {
                    Lag.print("frame while zooming lab runs along time", frames);
                }
                return false;
            }
            Node time = List.copyOf(scene.getRoot().lookupAll(".plot")).get(2);
            KeyCode key = (step / 20) % 2 == 0 ? KeyCode.PLUS : KeyCode.MINUS;
            timeFrame();
            time.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return true;
        }
    }
}

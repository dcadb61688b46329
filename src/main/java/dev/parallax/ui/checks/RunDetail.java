package dev.parallax.ui.checks;

import dev.parallax.measure.Iteration;
import dev.parallax.measure.Run;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import dev.parallax.ui.checks.CheckUseCases.Shown;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.SegmentedControl;
import dev.parallax.ui.controls.StatusPill;
import dev.parallax.ui.controls.VerdictBand;
import java.io.ByteArrayInputStream;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One run: how it ended, under which conditions, and each iteration's pages, steps, requests and
/// picture.
final class RunDetail extends VBox {
    private static final int SHOWN_ITERATIONS = 12;

    private final VBox iteration = new VBox(16);

    void show(Shown shownRun) {
        Run run = shownRun.run();
        getStyleClass().setAll("run-detail");
        getChildren().setAll(head(run));
        run.problem().ifPresent(problem -> getChildren().add(band(problem)));
        if (run.iterations().isEmpty()) {
            return;
        }
        var pages = new PageTable(run);
        if (!pages.isEmpty()) {
            String title = Texts.of("run.pages", run.iterations().size());
            getChildren().add(new Card(title, pages));
        }
        List<Iteration> shown = run.iterations().stream().limit(SHOWN_ITERATIONS).toList();
        if (shown.size() > 1) {
            var choice = new SegmentedControl<>(shown, each -> String.valueOf(each.number()));
            choice.value().set(telling(shown));
            choice.value().subscribe(this::show);
            var row = new HBox(8, Labels.caption(Texts.of("run.iteration")), choice);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        } else {
            show(shown.getFirst());
        }
        getChildren().add(iteration);
        shownRun.detailsRemovedAfterDays()
                .ifPresent(days ->
                        getChildren().add(new Card(Texts.of("run.details"), removed(days))));
    }

    /// The iteration with the picture, failed or last; the first if there is none.
    private static Iteration telling(List<Iteration> shown) {
        return shown.stream()
                .filter(each -> each.screenshot().isPresent())
                .findFirst()
                .orElse(shown.getFirst());
    }

    private static Node head(Run run) {
        var pill = new StatusPill(run.status());
        Label name = Labels.heading(run.journey());
        var first = new HBox(12, name, pill);
        if (run.tainted()) {
            first.getChildren().add(new StatusPill(Texts.of("run.tainted"), "warning"));
        }
        first.setAlignment(Pos.CENTER_LEFT);
        Label when =
                Labels.caption(
                        Texts.of(
                                "run.when",
                                Numbers.moment(run.started()),
                                Numbers.duration(run.took()),
                                run.conditions().applied().name(),
                                run.conditions().engine()));
        var head = new VBox(4, first, when);
        if (!run.conditions().notes().isEmpty()) {
            Label notes = Labels.caption(String.join(" · ", run.conditions().notes()));
            notes.setWrapText(true);
            notes.setMinHeight(USE_PREF_SIZE);
            head.getChildren().add(notes);
        }
        return head;
    }

    private static Node band(Problem problem) {
        var band = new VerdictBand();
        band.show(
                Feather.ALERT_CIRCLE,
                "danger",
                Texts.capital(problem.what()),
                Texts.sentence(problem.why()),
                Texts.sentence(problem.next()));
        return band;
    }

    private void show(Iteration shown) {
        iteration.getChildren().clear();
        // over the steps, not beside them: their names need the width
        shown.screenshot()
                .ifPresent(picture ->
                        iteration
                                .getChildren()
                                .add(
                                        new Card(
                                                Texts.of("run.screenshot"),
                                                picture(picture.jpeg()))));
        iteration.getChildren().add(new Card(Texts.of("run.steps"), steps(shown.steps())));
        if (!shown.exchanges().isEmpty()) {
            var waterfall = new Waterfall();
            waterfall.show(shown.exchanges());
            iteration
                    .getChildren()
                    .add(new Card(Texts.of("run.waterfall", shown.exchanges().size()), waterfall));
        }
    }

    private static Node removed(int days) {
        Label text = Labels.caption(Texts.of("run.removed", days));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        return text;
    }

    private static Node steps(List<StepResult> steps) {
        var rows = new VBox();
        for (StepResult step : steps) {
            rows.getChildren()
                    .add(
                            switch (step) {
                                case StepResult.Done(var label, var took, _, _) ->
                                        step(
                                                Icons.of(Feather.CHECK, "success-icon"),
                                                label,
                                                Numbers.duration(took));
                                case StepResult.Failed(var label, var took, var problem, _) ->
                                        new VBox(
                                                step(
                                                        Icons.of(Feather.X, "danger-icon"),
                                                        label,
                                                        Numbers.duration(took)),
                                                failure(problem));
                                case StepResult.Skipped(var label) ->
                                        step(
                                                Icons.of(Feather.MINUS),
                                                label,
                                                Texts.of("run.skipped"));
                            });
        }
        return rows;
    }

    private static Node failure(Problem problem) {
        Label text = Labels.paragraph(problem.oneLine());
        text.getStyleClass().addAll("danger-text", "step-failure");
        return text;
    }

    private static Node step(Node sign, String label, String took) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = Labels.body(label);
        name.setMinWidth(0);
        Label length = Labels.caption(took);
        length.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(12, sign, name, gap, length);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("step-row");
        return row;
    }

    private static Node picture(byte[] jpeg) {
        var view = new ImageView(new Image(new ByteArrayInputStream(jpeg)));
        view.setPreserveRatio(true);
        view.setFitWidth(520);
        view.setFitHeight(360);
        view.setSmooth(true);
        return view;
    }
}

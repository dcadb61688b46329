package dev.parallax.ui.checks.run;

import dev.parallax.measure.Run;
import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatusPill;
import dev.parallax.ui.controls.VerdictBand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One run: how it ended, under which conditions, and its iterations.
public final class RunDetail extends VBox {

    /// Shows a run.
    ///
    /// @param removedAfterDays when its pictures and requests were removed; empty if they are kept
    /// @param beside what the run can be set beside
    public void show(Run run, OptionalInt removedAfterDays, Beside beside) {
        getStyleClass().setAll("run-detail");
        getChildren().setAll(head(run));
        run.problem().ifPresent(problem -> getChildren().add(band(problem)));
        if (!run.iterations().isEmpty()) {
            getChildren().add(new RunParts(run, removedAfterDays, beside));
        }
    }

    private static Node head(Run run) {
        var first = new HBox(12, Labels.heading(run.journey()), new StatusPill(run.status()));
        if (run.tainted()) {
            first.getChildren().add(new StatusPill(Texts.of("run.tainted"), "warning"));
        }
        if (run.isDrifted()) {
            first.getChildren().add(new StatusPill(Texts.of("run.drifted"), "warning"));
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
        when.setWrapText(true);
        when.setMinHeight(USE_PREF_SIZE);
        var head = new VBox(4, first, when);
        List<String> notes = new ArrayList<>(run.conditions().notes());
        if (!notes.isEmpty()) {
            Label told = Labels.caption(String.join(" · ", notes));
            told.setWrapText(true);
            told.setMinHeight(USE_PREF_SIZE);
            told.setGraphic(Icons.of(Feather.INFO, "muted-icon"));
            head.getChildren().add(told);
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
}

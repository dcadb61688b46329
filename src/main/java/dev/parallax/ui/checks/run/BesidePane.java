package dev.parallax.ui.checks.run;

import dev.parallax.measure.Iteration;
import dev.parallax.measure.Run;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Labels;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A run and another one of the same journey: their pages' metrics, and the time lines of the
/// iterations that stand for them, which zoom and move together.
final class BesidePane extends VBox {
    private final Run run;
    private final VBox content = new VBox(16);

    BesidePane(Run run, Beside beside) {
        super(16);
        this.run = run;
        ComboBox<Beside.Other> choice = Choices.of(beside.others(), Beside.Other::words);
        choice.setId("beside");
        var row = new HBox(8, Labels.caption(Texts.of("run.beside.with")), choice);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, content);
        choice.valueProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        beside.reader().read(chosen.id(), this::show);
                    }
                });
        choice.setValue(beside.others().getFirst());
    }

    private void show(Run other) {
        content.getChildren()
                .setAll(new Card(Texts.of("run.beside.metrics"), new MetricPairs(run, other)));
        Optional<Iteration> here = standing(run);
        Optional<Iteration> there = standing(other);
        if (here.isPresent() && there.isPresent()) {
            var time =
                    new TimeLine(
                            Math.max(
                                    WaterfallPane.end(here.get()), WaterfallPane.end(there.get())));
            content.getChildren()
                    .addAll(
                            new Card(
                                    Texts.of("run.beside.this", Numbers.moment(run.started())),
                                    new WaterfallPane(here.get(), time)),
                            new Card(
                                    Texts.of("run.beside.other", Numbers.moment(other.started())),
                                    new WaterfallPane(there.get(), time)));
        }
    }

    private static Optional<Iteration> standing(Run run) {
        return run.medianIteration()
                .or(() -> run.iterations().stream().findFirst())
                .filter(each -> !each.exchanges().isEmpty());
    }
}

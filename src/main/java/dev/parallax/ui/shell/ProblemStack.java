package dev.parallax.ui.shell;

import dev.parallax.ui.common.Problems;
import dev.parallax.ui.controls.ProblemCard;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

/// The problems on show, over the lower right corner of the window, until they are dismissed.
final class ProblemStack extends VBox {

    ProblemStack(Problems problems) {
        setSpacing(8);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        getStyleClass().add("problem-stack");
        ListChangeListener<Problems.Occurrence> refill = _ -> fill(problems);
        problems.shown().addListener(refill);
        fill(problems);
    }

    private void fill(Problems problems) {
        getChildren()
                .setAll(
                        problems.shown().stream()
                                .map(occurrence ->
                                        new ProblemCard(
                                                occurrence, () -> problems.dismiss(occurrence)))
                                .toList());
    }
}

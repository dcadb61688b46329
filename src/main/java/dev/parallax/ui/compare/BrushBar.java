package dev.parallax.ui.compare;

import dev.parallax.rum.Brush;
import dev.parallax.ui.common.BrushWords;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Labels;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// What is picked, and what can be done with it. It floats over the foot of the screen: were it to
/// push the charts away, they would move under the pointer that picks.
final class BrushBar extends HBox {
    private final CompareModel model;
    private final Label words = Labels.body("");

    /// @param toWho shows who they are
    /// @param toViews goes to their page views
    BrushBar(CompareModel model, Runnable toWho, Runnable toViews) {
        super(8);
        this.model = model;
        LinkedModel linked = model.linked();
        setId("brush-bar");
        getStyleClass().add("brush-bar");
        words.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        words,
                        Buttons.plain(Texts.of("picked.who"), Feather.USERS, toWho),
                        Buttons.plain(Texts.of("who.views"), Feather.LIST, toViews),
                        Buttons.icon(
                                Texts.of("who.clear"),
                                Feather.X,
                                () -> linked.brush().set(Brush.NONE)));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        linked.brush().subscribe(this::say);
        linked.picked().subscribe(this::say);
        visibleProperty().bind(linked.brush().map(brush -> !brush.isNone()).orElse(false));
    }

    private void say() {
        Brush brush = model.linked().brush().get();
        Optional<Picked> known =
                model.linked().picked().get().filter(picked -> picked.brush().equals(brush));
        words.setText(
                known.map(Picked::words)
                        .orElseGet(() -> BrushWords.of(model.question().metric().get(), brush)));
    }
}

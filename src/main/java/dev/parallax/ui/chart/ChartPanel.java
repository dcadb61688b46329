package dev.parallax.ui.chart;

import dev.parallax.problem.Problem;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Labels;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A chart in its frame: name, legend, and what can be done with it.
final class ChartPanel extends VBox {
    private final FlowPane legend = new FlowPane(16, 4);
    private final Picture picture;

    ChartPanel(
            String name,
            Picture picture,
            Background background,
            Consumer<? super Problem> problems,
            Node... controls) {
        this.picture = picture;
        var export = new ChartExport(this, background, problems);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        legend.getStyleClass().add("legend");
        legend.setMinHeight(USE_PREF_SIZE);
        var head = new HBox(4, Labels.heading(name), gap);
        head.getChildren().addAll(controls);
        if (picture.canZoom()) {
            head.getChildren()
                    .add(
                            Buttons.icon(
                                    Texts.of("chart.reset"), Feather.MAXIMIZE, picture::resetZoom));
        }
        head.getChildren()
                .addAll(
                        Buttons.icon(Texts.of("chart.copy"), Feather.COPY, export::copyPicture),
                        Buttons.icon(Texts.of("chart.png"), Feather.IMAGE, export::savePicture));
        if (picture.isDrawable()) {
            head.getChildren()
                    .add(
                            Buttons.icon(
                                    Texts.of("chart.svg"),
                                    Feather.PEN_TOOL,
                                    () -> picture.svg().ifPresent(export::saveDrawing)));
        }
        head.getChildren()
                .add(
                        Buttons.icon(
                                Texts.of("chart.csv"),
                                Feather.DOWNLOAD,
                                () -> picture.csv().ifPresent(export::saveText)));
        head.getStyleClass().add("card-head");
        getStyleClass().addAll("panel", "chart-panel");
        VBox.setVgrow(picture.node(), Priority.ALWAYS);
        getChildren().addAll(head, legend, picture.node());
    }

    /// What stands in the frame.
    Picture picture() {
        return picture;
    }

    /// Says what the colours mean; the compared users only while there is a difference to all.
    void legend(Shown shown) {
        if (shown.names().isPresent()) {
            Shown.Names names = shown.names().get();
            legend(entry(Ink.FIELD, names.first()), entry(Ink.MATCHED, names.second()));
            return;
        }
        int entries =
                2 + (shown.matched().isPresent() ? 1 : 0) + (shown.picked().isPresent() ? 1 : 0);
        if (legend.getChildren().size() == entries) {
            return;
        }
        legend.getChildren().setAll(entry(Ink.FIELD, Texts.of("chart.legend.field")));
        if (shown.matched().isPresent()) {
            legend.getChildren().add(entry(Ink.MATCHED, Texts.of("chart.legend.matched")));
        }
        if (shown.picked().isPresent()) {
            legend.getChildren().add(entry(Ink.PICKED, Texts.of("chart.legend.picked")));
        }
        legend.getChildren().add(entry(Ink.LAB, Texts.of("chart.legend.lab")));
    }

    /// Says what the colours mean, once and for all.
    void legend(Label... entries) {
        legend.getChildren().setAll(entries);
    }

    static Label entry(Ink ink, String text) {
        Label label = Labels.caption(text);
        label.setGraphic(Inks.swatch(ink));
        label.setGraphicTextGap(6);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}

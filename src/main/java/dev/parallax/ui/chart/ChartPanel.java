package dev.parallax.ui.chart;

import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A chart in its frame: name, legend, and what can be done with it.
final class ChartPanel extends VBox {
    private final FlowPane legend = new FlowPane(16, 4);
    private final Picture picture;
    private @Nullable List<LegendEntry> said;

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

    /// Says what the colours mean.
    ///
    /// @param hint what can be done with the chart, if that has to be said
    void legend(List<LegendEntry> entries, Label... hint) {
        if (!entries.equals(said)) {
            said = entries;
            legend.getChildren().setAll(hint);
            entries.forEach(entry -> legend.getChildren().add(label(entry)));
        }
    }

    private static Label label(LegendEntry entry) {
        Label label = Labels.caption(entry.words());
        label.setGraphic(Inks.swatch(entry.ink()));
        label.setGraphicTextGap(6);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}

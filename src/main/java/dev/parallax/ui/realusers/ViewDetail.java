package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.PageView;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatusPill;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Everything that is known of one page view.
final class ViewDetail extends VBox {
    private static final double WIDTH = 264;

    private final Consumer<String> showSession;
    private final VBox content = new VBox(12);
    private final Label title = Labels.heading("");

    /// @param showSession shows all page views of a session
    /// @param close is called when nothing is to be shown any more
    ViewDetail(Consumer<String> showSession, Runnable close) {
        this.showSession = showSession;
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, title, gap, Buttons.icon(Texts.of("views.close"), Feather.X, close));
        head.getStyleClass().add("card-head");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().addAll("panel", "view-detail");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setId("view-detail");
        getChildren().addAll(head, scroll);
        show(null);
    }

    void show(@Nullable PageView view) {
        setVisible(view != null);
        setManaged(view != null);
        content.getChildren().clear();
        if (view == null) {
            return;
        }
        title.setText(view.time() == null ? Texts.of("views.notime") : Numbers.second(view.time()));
        Label path = Labels.paragraph(view.path().isEmpty() ? Numbers.NONE : view.path());
        path.getStyleClass().add("strong");
        content.getChildren().add(path);
        if (view.page() != null && !view.page().path().equals(view.path())) {
            Label template = Labels.caption(Texts.of("views.template", view.page().path()));
            template.setWrapText(true);
            template.setMinHeight(USE_PREF_SIZE);
            content.getChildren().add(template);
        }
        if (view.exclusion() != Exclusion.NONE) {
            content.getChildren()
                    .add(
                            new StatusPill(
                                    Texts.of("views.excluded", view.exclusion().label()),
                                    "warning"));
        }
        content.getChildren().addAll(metrics(view), dimensions(view), identities(view));
    }

    private static GridPane grid() {
        var grid = new GridPane(12, 6);
        var left = new ColumnConstraints();
        left.setMinWidth(USE_PREF_SIZE);
        var right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(left, right);
        return grid;
    }

    private static Node metrics(PageView view) {
        var grid = grid();
        for (Metric metric : Metric.all()) {
            double value = view.metrics().getOrDefault(metric, Double.NaN);
            Label number = Labels.body(Numbers.of(metric, value));
            number.getStyleClass().addAll("number", Columns.tone(metric, value));
            grid.addRow(grid.getRowCount(), Labels.caption(metric.label()), number);
        }
        return grid;
    }

    private static Node dimensions(PageView view) {
        var grid = grid();
        view.dimensions()
                .forEach((dimension, value) -> {
                    Label text = Labels.body(value);
                    text.setWrapText(true);
                    text.setTextAlignment(TextAlignment.RIGHT);
                    grid.addRow(grid.getRowCount(), Labels.caption(dimension.label()), text);
                });
        if (view.weight() != 1) {
            grid.addRow(
                    grid.getRowCount(),
                    Labels.caption(Texts.of("views.weight")),
                    Labels.body(Numbers.decimal(view.weight(), 1)));
        }
        return grid;
    }

    private Node identities(PageView view) {
        var rows = new VBox(4);
        identity(rows, Texts.of("views.session"), view.session());
        String session = view.session();
        if (session != null) {
            rows.getChildren()
                    .add(
                            Buttons.link(
                                    Texts.of("views.wholesession"),
                                    () -> showSession.accept(session)));
        }
        identity(rows, Texts.of("views.user"), view.user());
        identity(rows, Texts.of("views.view"), view.view());
        return rows;
    }

    private static void identity(VBox rows, String name, @Nullable String pseudonym) {
        if (pseudonym != null) {
            Label code = Labels.body(pseudonym);
            code.getStyleClass().add("code");
            rows.getChildren().addAll(Labels.caption(name), code);
        }
    }
}

package dev.parallax.ui.checks.run;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Phases;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Labels;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The requests of an iteration as bars over its time, with the moments of its pages and, above
/// them, its filmstrip. Arrow keys choose a request, plus and minus zoom, left and right move along
/// the time, 0 shows all of it, Enter tells more of the request.
final class WaterfallPane extends VBox {
    private static final double DETAIL_HEIGHT = 248;
    private static final int MOST_ROWS = 16;
    private static final int ROWS_OVER_DETAIL = 8;
    private static final double ZOOM = 0.7;
    private static final double STEP = 0.15;

    private final TimeLine time;
    private final ListView<Exchange> list = new ListView<>();
    private final RequestPane detail = new RequestPane(this::close);

    WaterfallPane(Iteration iteration) {
        this(iteration, new TimeLine(end(iteration)));
    }

    /// @param time shared with another waterfall, say
    WaterfallPane(Iteration iteration, TimeLine time) {
        this.time = time;
        getStyleClass().add("waterfall");
        Moments moments = Moments.of(iteration);
        getChildren().add(head(moments));
        if (!iteration.evidence().filmstrip().isEmpty()) {
            getChildren().add(new Filmstrip(time, iteration.evidence().filmstrip()));
        }
        var ruler = new Ruler(time);
        var lines = new MomentLines(time);
        lines.show(moments);
        list.setItems(FXCollections.observableArrayList(iteration.exchanges()));
        list.setCellFactory(_ -> new RequestCell(time));
        list.setFixedCellSize(RequestCell.HEIGHT);
        int requests = iteration.exchanges().size();
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.getStyleClass().add("requests");
        list.setAccessibleText(Texts.of("waterfall.spoken", iteration.exchanges().size()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        ruler.follow(list);
        detail.setMinHeight(DETAIL_HEIGHT);
        detail.setMaxHeight(DETAIL_HEIGHT);
        detail.visibleProperty()
                .bind(Bindings.isNotNull(list.getSelectionModel().selectedItemProperty()));
        detail.managedProperty().bind(detail.visibleProperty());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> {
                    int most = chosen == null ? MOST_ROWS : ROWS_OVER_DETAIL;
                    list.setPrefHeight(Math.min(most, requests) * RequestCell.HEIGHT + 2);
                    if (chosen != null) {
                        detail.show(chosen);
                    }
                });
        getChildren().addAll(ruler, new StackPane(list, lines), detail);
    }

    /// When the last of an iteration's requests and moments is over.
    static double end(Iteration iteration) {
        double requests =
                iteration.exchanges().stream()
                        .mapToDouble(each -> each.startMillis() + each.phases().total())
                        .max()
                        .orElse(0);
        return Math.max(requests, Moments.of(iteration).end());
    }

    private Node head(Moments moments) {
        var legend = new FlowPane(16, 4);
        PhaseBars.Phase.of(Phases.NONE)
                .forEach(phase ->
                        legend.getChildren()
                                .add(entry(phase.name(), phase.styleClass(), "swatch")));
        moments.list().stream()
                .filter(moment -> moment.metric().isPresent())
                .map(moment -> new Moments.Moment(moment.metric(), moment.name(), 0))
                .distinct()
                .forEach(moment ->
                        legend.getChildren()
                                .add(entry(moment.name(), moment.styleClass(), "moment-key")));
        HBox.setHgrow(legend, Priority.ALWAYS);
        Button whole = Buttons.icon(Texts.of("waterfall.whole"), Feather.MAXIMIZE, time::showWhole);
        whole.disableProperty().bind(Bindings.createBooleanBinding(time::isWhole, time.shown()));
        var head =
                new HBox(
                        4,
                        legend,
                        Buttons.icon(
                                Texts.of("waterfall.zoomin"),
                                Feather.ZOOM_IN,
                                () -> time.zoom(ZOOM, time.middle())),
                        Buttons.icon(
                                Texts.of("waterfall.zoomout"),
                                Feather.ZOOM_OUT,
                                () -> time.zoom(1 / ZOOM, time.middle())),
                        whole);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("waterfall-head");
        return head;
    }

    private static Label entry(String name, String colour, String shape) {
        Label label = Labels.caption(name);
        var swatch = new Region();
        swatch.getStyleClass().addAll(shape, colour);
        label.setGraphic(swatch);
        return label;
    }

    private void close() {
        list.getSelectionModel().clearSelection();
        list.requestFocus();
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> time.zoom(ZOOM, time.middle());
            case MINUS, SUBTRACT -> time.zoom(1 / ZOOM, time.middle());
            case LEFT -> time.move(-STEP);
            case RIGHT -> time.move(STEP);
            case DIGIT0, NUMPAD0 -> time.showWhole();
            case ESCAPE -> list.getSelectionModel().clearSelection();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// With Control the wheel zooms around the pointer, sideways it moves along the time.
    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            double around = time.pointed().get();
            time.zoom(
                    event.getDeltaY() > 0 ? ZOOM : 1 / ZOOM,
                    Double.isNaN(around) ? time.middle() : around);
            event.consume();
        } else if (event.getDeltaX() != 0) {
            time.move(-event.getDeltaX() / Math.max(1, list.getWidth()));
            event.consume();
        }
    }
}

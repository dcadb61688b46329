package dev.parallax.ui.compare;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.SegmentChip;
import dev.parallax.ui.controls.WindowDialog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The question about two parts of the users: what both share, then a row of filters a side.
final class FieldPairBar extends VBox {
    private static final double METRIC_WIDTH = 104;
    private static final double DATASET_WIDTH = 240;
    private static final double NAME_WIDTH = 56;

    /// What chips have in a window of usual width: decides how high the row is.
    private static final double CHIPS_WIDTH = 880;

    private final Supplier<Instant> now;

    /// @param now what time it is
    FieldPairBar(FieldPairModel model, Supplier<Instant> now) {
        super(12);
        this.now = now;
        ComboBox<Optional<PageTemplate>> page =
                Choices.of(
                        List.of(),
                        one ->
                                one.map(PageTemplate::path)
                                        .orElseGet(() -> Texts.of("pair.page.all")));
        page.setItems(model.pages());
        page.setId("field-pair-page");
        page.valueProperty().bindBidirectional(model.page());
        ComboBox<Metric> metric =
                Choices.of(
                        Metric.all(),
                        Metric::shortName,
                        one -> Texts.of("compare.metric.name", one.shortName(), one.label()));
        metric.setPrefWidth(METRIC_WIDTH);
        metric.valueProperty().bindBidirectional(model.metric());
        var both =
                new HBox(
                        16,
                        LabPairBar.field(Texts.of("pair.page"), page),
                        LabPairBar.field(Texts.of("compare.metric"), metric),
                        LabPairBar.field(
                                Texts.of("pair.dataset.before"),
                                dataset(model, model.before(), "before")),
                        LabPairBar.field(
                                Texts.of("pair.dataset.after"),
                                dataset(model, model.after(), "after")));
        getStyleClass().addAll("panel", "question-bar");
        getChildren()
                .addAll(
                        both,
                        side(Texts.of("pair.before"), model.before()),
                        side(Texts.of("pair.after"), model.after()));
        setMinHeight(USE_PREF_SIZE);
    }

    private static ComboBox<String> dataset(
            FieldPairModel model, FieldPairModel.Side side, String id) {
        ComboBox<String> dataset = Choices.of(List.of(), one -> one);
        dataset.setItems(model.datasets());
        dataset.setMinWidth(USE_PREF_SIZE);
        dataset.setMaxWidth(DATASET_WIDTH);
        dataset.setId("field-pair-" + id);
        side.dataset().subscribe(chosen -> dataset.setValue(chosen.orElse(null)));
        dataset.valueProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        side.dataset().set(Optional.of(chosen));
                    }
                });
        return dataset;
    }

    private HBox side(String name, FieldPairModel.Side side) {
        Label label = Labels.body(name);
        label.setMinWidth(NAME_WIDTH);
        var chips = new FlowPane(8, 8);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setPrefWrapLength(CHIPS_WIDTH);
        HBox.setHgrow(chips, Priority.ALWAYS);
        var chipOf = new EnumMap<Dimension, SegmentChip>(Dimension.class);
        MenuButton days = days(side);
        var choosing = choosing(side);
        side.counts()
                .subscribe(counts -> {
                    List<Node> nodes = new ArrayList<>(List.of(days));
                    counts.forEach((dimension, values) -> {
                        SegmentChip chip =
                                chipOf.computeIfAbsent(
                                        dimension, each -> new SegmentChip(each, choosing));
                        chip.show(values);
                        nodes.add(chip);
                    });
                    chips.getChildren().setAll(nodes);
                });
        side.segment().subscribe(_ -> chipOf.values().forEach(SegmentChip::label));
        var row = new HBox(8, label, chips);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private MenuButton days(FieldPairModel.Side side) {
        var button = new MenuButton();
        button.getStyleClass().add("chip");
        button.textProperty()
                .bind(
                        side.segment()
                                .map(segment ->
                                        Optional.ofNullable(segment.window())
                                                .map(FieldPairBar::words)
                                                .orElseGet(() -> Texts.of("pair.anytime"))));
        var any = new MenuItem(Texts.of("pair.anytime"));
        any.setOnAction(_ -> side.segment().set(side.segment().get().withWindow(null)));
        var choose = new MenuItem(Texts.of("pair.choose"));
        choose.setOnAction(_ -> {
            Instant end = now.get();
            TimeWindow proposed =
                    Optional.ofNullable(side.segment().get().window())
                            .orElse(new TimeWindow(end.minus(Duration.ofDays(7)), end));
            new WindowDialog(this, Texts.of("pair.users.title"), proposed)
                    .show(window -> side.segment().set(side.segment().get().withWindow(window)));
        });
        button.getItems().addAll(any, choose);
        return button;
    }

    private static String words(TimeWindow window) {
        return Texts.of(
                "pair.days", Numbers.day(window.from()), Numbers.day(window.to().minusMillis(1)));
    }

    private static SegmentChip.Choosing choosing(FieldPairModel.Side side) {
        return new SegmentChip.Choosing() {
            @Override
            public Set<String> chosen(Dimension dimension) {
                return side.segment().get().values().getOrDefault(dimension, Set.of());
            }

            @Override
            public void toggle(Dimension dimension, String value) {
                Segment segment = side.segment().get();
                var values = new TreeSet<>(chosen(dimension));
                if (!values.remove(value)) {
                    values.add(value);
                }
                side.segment().set(segment.with(dimension, values));
            }

            @Override
            public void clear(Dimension dimension) {
                side.segment().set(side.segment().get().without(dimension));
            }
        };
    }
}

package dev.parallax.ui.compare;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.ui.chart.Scale;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.compare.CompareUseCases.LabPage;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.SegmentChip;
import dev.parallax.ui.controls.SegmentedControl;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The question: which page of which journey, under which profile, against which users, by which
/// metric.
final class QuestionBar extends VBox {
    private static final double METRIC_WIDTH = 104;
    private static final double DATASET_WIDTH = 280;
    private static final double CHIPS_WIDTH = 840;

    private final CompareModel model;
    private final FlowPane chips = new FlowPane(8, 8);
    private final Map<Dimension, SegmentChip> chipOf = new EnumMap<>(Dimension.class);
    private final SegmentChip.Choosing choosing =
            new SegmentChip.Choosing() {
                @Override
                public Set<String> chosen(Dimension dimension) {
                    return asked().segment().get().values().getOrDefault(dimension, Set.of());
                }

                @Override
                public Set<String> implied(Dimension dimension) {
                    return model().matched().get().values().getOrDefault(dimension, Set.of());
                }

                @Override
                public void toggle(Dimension dimension, String value) {
                    asked().toggle(dimension, value);
                }

                @Override
                public void clear(Dimension dimension) {
                    asked().clear(dimension);
                }
            };

    QuestionBar(CompareModel model) {
        this.model = model;
        ComboBox<LabPage> page =
                choice(
                        model.question().pages(),
                        one -> Texts.of("compare.page.of", one.journey(), one.page()));
        page.setId("compare-page");
        page.valueProperty().bindBidirectional(model.question().page());
        ComboBox<Profile> profile = Choices.of(Profile.presets(), Profile::name);
        profile.setMinWidth(USE_PREF_SIZE);
        profile.valueProperty().bindBidirectional(model.question().profile());
        ComboBox<String> dataset = choice(model.question().datasets(), name -> name);
        dataset.setMinWidth(USE_PREF_SIZE);
        dataset.setMaxWidth(DATASET_WIDTH);
        dataset.valueProperty().bindBidirectional(model.question().dataset());
        ComboBox<Metric> metric = Choices.of(Metric.all(), Metric::shortName, QuestionBar::name);
        metric.setId("compare-metric");
        metric.setPrefWidth(METRIC_WIDTH);
        metric.valueProperty().bindBidirectional(model.question().metric());
        var scale =
                new SegmentedControl<>(
                        List.of(Scale.LOGARITHMIC, Scale.LINEAR), QuestionBar::words);
        scale.value().bindBidirectional(model.scale());
        scale.setAccessibleText(Texts.of("compare.scale"));
        var first =
                new HBox(
                        16,
                        field(Texts.of("compare.page"), page),
                        field(Texts.of("compare.profile"), profile),
                        field(Texts.of("compare.runs"), new BaselineMenu(model.question())),
                        field(Texts.of("compare.dataset"), dataset),
                        field(Texts.of("compare.metric"), metric));
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setPrefWrapLength(CHIPS_WIDTH);
        getStyleClass().addAll("panel", "question-bar");
        getChildren().addAll(first, new HBox(16, chips, scale));
        setMinHeight(USE_PREF_SIZE);
        model.counts().subscribe(_ -> fill());
        model.question().segment().subscribe(_ -> fill());
        model.matched().subscribe(_ -> chipOf.values().forEach(SegmentChip::label));
    }

    private CompareModel model() {
        return model;
    }

    private QuestionModel asked() {
        return model.question();
    }

    private static <T> ComboBox<T> choice(
            ObservableList<T> values, java.util.function.Function<T, String> words) {
        ComboBox<T> box = Choices.of(List.of(), words);
        box.setItems(values);
        return box;
    }

    private static Node field(String name, Node control) {
        return new VBox(4, Labels.caption(name), control);
    }

    private static String name(Metric metric) {
        return Texts.of("compare.metric.name", metric.shortName(), metric.label());
    }

    private static String words(Scale scale) {
        return switch (scale) {
            case LOGARITHMIC -> Texts.of("compare.log");
            case LINEAR -> Texts.of("compare.linear");
        };
    }

    /// Keeps the chips there are, so that an open list stays open while its counts change.
    private void fill() {
        model.counts()
                .get()
                .forEach((dimension, values) ->
                        chipOf.computeIfAbsent(dimension, each -> new SegmentChip(each, choosing))
                                .show(values));
        var nodes =
                new java.util.ArrayList<Node>(
                        chipOf.entrySet().stream()
                                .filter(each -> model.counts().get().containsKey(each.getKey()))
                                .map(Map.Entry::getValue)
                                .toList());
        if (!model.question().segment().get().equals(Segment.ALL)) {
            Button clear =
                    Buttons.link(
                            Texts.of("compare.clear"),
                            () -> model.question().segment().set(Segment.ALL));
            nodes.add(clear);
        }
        if (!chips.getChildren().equals(nodes)) {
            chips.getChildren().setAll(nodes);
        }
    }
}

package dev.parallax.ui.compare;

import dev.parallax.compare.MeasuredRevision;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.compare.CompareUseCases.LabPage;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.NumberSpinner;
import dev.parallax.ui.controls.SegmentedControl;
import dev.parallax.ui.controls.WindowDialog;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The question about two sets of runs.
final class LabPairBar extends FlowPane {
    private static final int MOST_VALUES = 100;
    private static final double METRIC_WIDTH = 104;

    /// As high as the controls beside it.
    private static final double BASE_HEIGHT = 36;

    private final LabPairModel model;

    LabPairBar(LabPairModel model) {
        super(16, 8);
        this.model = model;
        ComboBox<LabPage> page =
                Choices.of(
                        List.of(), one -> Texts.of("compare.page.of", one.journey(), one.page()));
        page.setItems(model.pages());
        page.setId("pair-page");
        page.valueProperty().bindBidirectional(model.page());
        ComboBox<Profile> profile = Choices.of(Profile.presets(), Profile::name);
        profile.setMinWidth(USE_PREF_SIZE);
        profile.valueProperty().bindBidirectional(model.profile());
        ComboBox<Metric> metric =
                Choices.of(
                        Metric.all(),
                        Metric::shortName,
                        one -> Texts.of("compare.metric.name", one.shortName(), one.label()));
        metric.setPrefWidth(METRIC_WIDTH);
        metric.valueProperty().bindBidirectional(model.metric());
        var kind = new SegmentedControl<>(List.of(LabPairModel.Kind.values()), LabPairBar::words);
        kind.value().bindBidirectional(model.kind());
        getStyleClass().addAll("panel", "question-bar");
        getChildren()
                .addAll(
                        field(Texts.of("pair.page"), page),
                        field(Texts.of("pair.profile"), profile),
                        base(),
                        field(Texts.of("pair.metric"), metric),
                        field(Texts.of("pair.sides"), kind),
                        of(
                                LabPairModel.Kind.REVISIONS,
                                field(Texts.of("pair.before"), revision(model.before()))),
                        of(
                                LabPairModel.Kind.REVISIONS,
                                field(Texts.of("pair.after"), revision(model.after()))),
                        of(LabPairModel.Kind.NEWEST, field(Texts.of("pair.newest"), newest())),
                        of(
                                LabPairModel.Kind.WINDOWS,
                                field(Texts.of("pair.before"), window(model.windowBefore()))),
                        of(
                                LabPairModel.Kind.WINDOWS,
                                field(Texts.of("pair.after"), window(model.windowAfter()))));
        setMinHeight(USE_PREF_SIZE);
    }

    /// The base's profile, where a saved question has one of its own.
    private Node base() {
        Label base = Labels.body("");
        base.setMinHeight(BASE_HEIGHT);
        base.textProperty().bind(model.profileBefore().map(id -> id.orElse("")));
        Node field = field(Texts.of("pair.profile.before"), base);
        field.visibleProperty().bind(model.profileBefore().map(Optional::isPresent));
        field.managedProperty().bind(field.visibleProperty());
        return field;
    }

    private Node of(LabPairModel.Kind kind, Node field) {
        field.visibleProperty().bind(model.kind().isEqualTo(kind));
        field.managedProperty().bind(field.visibleProperty());
        return field;
    }

    private ComboBox<Integer> revision(ObjectProperty<@Nullable Integer> chosen) {
        ComboBox<Integer> box = Choices.of(List.of(), this::words);
        ObservableList<Integer> numbers = box.getItems();
        box.setPromptText(Texts.of("pair.revision.newest"));
        box.valueProperty().bindBidirectional(chosen);
        model.revisions()
                .addListener(
                        (ListChangeListener<MeasuredRevision>)
                                _ ->
                                        numbers.setAll(
                                                model.revisions().stream()
                                                        .map(MeasuredRevision::number)
                                                        .toList()));
        return box;
    }

    private String words(int revision) {
        return model.revisions().stream()
                .filter(one -> one.number() == revision)
                .findFirst()
                .map(one -> Texts.of("pair.revision", one.number(), one.runs()))
                .orElseGet(() -> Texts.of("compare.runs.revision", revision));
    }

    private Node newest() {
        var spinner = new NumberSpinner(1, MOST_VALUES, model.values().get());
        spinner.setPrefWidth(METRIC_WIDTH);
        spinner.getValueFactory().valueProperty().bindBidirectional(model.values());
        return spinner;
    }

    private Button window(ObjectProperty<TimeWindow> window) {
        var button = new Button();
        button.textProperty()
                .bind(
                        window.map(time ->
                                Texts.of(
                                        "pair.days",
                                        Numbers.day(time.from()),
                                        Numbers.day(time.to().minusMillis(1)))));
        button.setOnAction(_ ->
                new WindowDialog(this, Texts.of("pair.runs.title"), window.get())
                        .show(window::set));
        return button;
    }

    static Node field(String name, Node control) {
        return new VBox(4, Labels.caption(name), control);
    }

    private static String words(LabPairModel.Kind kind) {
        return switch (kind) {
            case REVISIONS -> Texts.of("pair.sides.revisions");
            case NEWEST -> Texts.of("pair.sides.newest");
            case WINDOWS -> Texts.of("pair.sides.windows");
        };
    }
}

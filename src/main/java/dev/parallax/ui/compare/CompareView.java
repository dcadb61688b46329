package dev.parallax.ui.compare;

import dev.parallax.compare.Question;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Brush;
import dev.parallax.rum.Segment;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.View;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.EmptyState;
import dev.parallax.ui.controls.ScreenHeader;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// The question on top, the verdict under it, then the numbers and the charts.
public final class CompareView implements View {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination REDO_TOO = KeyCombination.valueOf("Shortcut+Y");

    private final CompareModel model;
    private final VBox root = new VBox();

    /// The ways out of the screen.
    public interface Ways {
        /// To where data sets are imported.
        void toRealUsers();

        /// To where journeys are run and recorded.
        void toJourneys();

        /// To single page views.
        void toPageViews(PickedViews views);
    }

    /// Page views that were picked out of a data set.
    ///
    /// @param metric whose values the brush means
    public record PickedViews(String dataset, Segment segment, Metric metric, Brush brush) {}

    /// @param ways out of the screen
    public CompareView(CompareModel model, Background background, Problems problems, Ways ways) {
        this.model = model;
        var differences = new DifferencesPane(model, background, problems::show);
        Runnable toViews = () -> model.pickedViews().ifPresent(ways::toPageViews);
        var charts = new LinkedCharts(model, background, problems::show, toViews);
        var body =
                new VBox(
                        12,
                        new QuestionBar(model),
                        new Answer(model),
                        new Evidence(model),
                        charts,
                        differences);
        body.setFillWidth(true);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setId("compare-page");
        BooleanBinding empty =
                Bindings.isEmpty(model.question().pages())
                        .or(Bindings.isEmpty(model.question().datasets()))
                        .and(model.question().loaded());
        scroll.visibleProperty().bind(empty.not());
        var nothing =
                new EmptyState(
                        Feather.BAR_CHART_2,
                        Texts.of("compare.none"),
                        Texts.of("compare.none.hint"),
                        Buttons.plain(
                                Texts.of("compare.torealusers"), Feather.USERS, ways::toRealUsers),
                        Buttons.plain(
                                Texts.of("compare.tojourneys"), Feather.MAP, ways::toJourneys));
        nothing.visibleProperty().bind(empty);
        var brush = new BrushBar(model, () -> reveal(scroll, charts.who()), toViews);
        StackPane.setAlignment(brush, Pos.BOTTOM_CENTER);
        var content = new StackPane(scroll, nothing, brush);
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getStyleClass().add("screen");
        root.getChildren()
                .addAll(
                        new ScreenHeader(
                                Texts.of("place.compare"),
                                Texts.of("compare.subtitle"),
                                step(
                                        Texts.of("compare.undo"),
                                        Feather.ROTATE_CCW,
                                        model.question()::undo,
                                        model.question().undoable()),
                                step(
                                        Texts.of("compare.redo"),
                                        Feather.ROTATE_CW,
                                        model.question()::redo,
                                        model.question().redoable()),
                                new SavedMenu(model),
                                export()),
                        content);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Scrolls to a node and gives it the keyboard.
    private static void reveal(ScrollPane scroll, Node node) {
        Bounds where = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden =
                scroll.getContent().getBoundsInLocal().getHeight()
                        - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(where.getMinY() / hidden, 0, 1));
        }
        node.requestFocus();
    }

    private static Button step(
            String words, Feather icon, Runnable action, ReadOnlyBooleanProperty possible) {
        Button button = Buttons.icon(words, icon, action);
        button.disableProperty().bind(possible.not());
        return button;
    }

    private Button export() {
        Button button =
                Buttons.plain(
                        Texts.of("report.export"),
                        Feather.SHARE,
                        () -> model.question().question().get().ifPresent(this::chooseFile));
        button.disableProperty().bind(model.comparison().map(Optional::isEmpty));
        return button;
    }

    private void chooseFile(Question question) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(
                Texts.of(
                        "report.name",
                        question.metric().shortName(),
                        question.baseline().page(),
                        question.baseline().profile().id()));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("report.html"), "*.html"));
        Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()))
                .ifPresent(file -> model.report(question, file.toPath()));
    }

    /// A text field has an undo of its own.
    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (UNDO.match(event)) {
            model.question().undo();
            event.consume();
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            model.question().redo();
            event.consume();
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void attach() {
        model.refresh();
    }
}

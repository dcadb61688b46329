package dev.parallax.ui.compare;

import dev.parallax.compare.Question;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.EmptyState;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The lab among the users: the question on top, the verdict under it, then the numbers and the
/// charts.
final class LabFieldPane extends StackPane {
    private static final double FOOT = 72;

    private final CompareModel model;

    /// @param ways out of the screen
    LabFieldPane(
            CompareModel model, Background background, Problems problems, CompareView.Ways ways) {
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
                        new BinnedPane(model),
                        charts,
                        new NumbersPane(model),
                        differences);
        body.setFillWidth(true);
        // what stands last can be scrolled out from under the bar that floats over the foot
        body.setPadding(new Insets(0, 0, FOOT, 0));
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
        getChildren().addAll(scroll, nothing, brush);
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

    /// Of the question whose answer is on the screen, in page views or in bounds.
    Node export() {
        return ReportButton.of(
                Bindings.createObjectBinding(
                        () ->
                                model.comparison().getValue().isPresent()
                                                || model.aggregates().getValue().isPresent()
                                        ? model.question().question().get()
                                        : Optional.<Question>empty(),
                        model.comparison(),
                        model.aggregates(),
                        model.question().question()),
                question ->
                        Texts.of(
                                "report.name",
                                question.metric().shortName(),
                                question.baseline().page(),
                                question.baseline().profile().id()),
                model::report);
    }
}

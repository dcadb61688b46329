package dev.parallax.ui.compare;

import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.Question;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Brush;
import dev.parallax.rum.Segment;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.View;
import dev.parallax.ui.controls.ScreenHeader;
import dev.parallax.ui.controls.SegmentedControl;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is set against what: the lab against the users, runs against runs, users against users.
public final class CompareView implements View {

    /// What is set against what.
    private enum Kind {
        LAB_AND_FIELD,
        LAB_AND_LAB,
        FIELD_AND_FIELD
    }

    /// What the parts of the screen show.
    ///
    /// @param lab the lab against the users
    /// @param runs runs against runs
    /// @param users users against users
    public record Models(CompareModel lab, LabPairModel runs, FieldPairModel users) {}

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

    private final Models models;
    private final Map<Kind, Region> panes = new EnumMap<>(Kind.class);
    private final SegmentedControl<Kind> kind =
            new SegmentedControl<>(List.of(Kind.values()), CompareView::words);
    private final VBox root = new VBox();

    /// @param ways out of the screen
    public CompareView(Models models, Background background, Problems problems, Ways ways) {
        this.models = models;
        Supplier<Instant> now = models.lab().question()::now;
        var lab = new LabFieldPane(models.lab(), background, problems, ways);
        panes.put(Kind.LAB_AND_FIELD, lab);
        Region runs = page(new LabPairPane(models.runs(), background, problems::show));
        panes.put(Kind.LAB_AND_LAB, runs);
        Region users = page(new FieldPairPane(models.users(), now, background, problems::show));
        panes.put(Kind.FIELD_AND_FIELD, users);
        var content = new StackPane();
        content.getChildren().addAll(panes.values());
        VBox.setVgrow(content, Priority.ALWAYS);
        var reports =
                new HBox(
                        report(lab, lab.export()),
                        report(
                                runs,
                                ReportButton.of(
                                        models.runs().pair(),
                                        CompareView::name,
                                        models.runs()::report)),
                        report(
                                users,
                                ReportButton.of(
                                        models.users().pair(),
                                        CompareView::name,
                                        models.users()::report)));
        kind.setId("compare-kind");
        show(kind.value().get());
        kind.value()
                .subscribe((_, chosen) -> {
                    show(chosen);
                    refresh(chosen);
                });
        var steps = new StepKeys(asking());
        root.addEventHandler(KeyEvent.KEY_PRESSED, steps::press);
        var actions =
                new HBox(
                        8,
                        steps.undo(),
                        steps.redo(),
                        new SavedMenu(models.lab().saved(), asked(), this::takeUp),
                        reports);
        actions.setAlignment(Pos.CENTER_RIGHT);
        root.getStyleClass().add("screen");
        root.getChildren()
                .addAll(
                        new ScreenHeader(
                                Texts.of("place.compare"),
                                Texts.of("compare.subtitle"),
                                kind,
                                actions),
                        content);
    }

    /// What can be done with the answer of a pane, while that is shown.
    private static Node report(Region pane, Node button) {
        button.visibleProperty().bind(pane.visibleProperty());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private static String name(LabPair pair) {
        LabPair.InMetric first = pair.first();
        return Texts.of("report.name.runs", first.metric().shortName(), first.after().page());
    }

    private static String name(FieldPair pair) {
        return Texts.of(
                "report.name.users",
                pair.metric().shortName(),
                pair.before().name(),
                pair.after().name());
    }

    private static Region page(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case LAB_AND_FIELD -> Texts.of("compare.kind.labfield");
            case LAB_AND_LAB -> Texts.of("compare.kind.lablab");
            case FIELD_AND_FIELD -> Texts.of("compare.kind.fieldfield");
        };
    }

    private ObservableValue<Asking<? extends ComparisonQuestion>> asking() {
        return kind.value()
                .map(shown ->
                        switch (shown) {
                            case LAB_AND_FIELD -> models.lab().question().asking();
                            case LAB_AND_LAB -> models.runs().asking();
                            case FIELD_AND_FIELD -> models.users().asking();
                        });
    }

    private ObservableValue<Optional<ComparisonQuestion>> asked() {
        return asking().flatMap(now -> now.question().map(asked -> asked.map(each -> each)));
    }

    /// Turns to the kind of a question and asks it.
    private void takeUp(ComparisonQuestion question) {
        switch (question) {
            case Question ofBoth -> {
                kind.value().set(Kind.LAB_AND_FIELD);
                models.lab().question().asking().ask(ofBoth);
            }
            case RunsQuestion ofRuns -> {
                kind.value().set(Kind.LAB_AND_LAB);
                models.runs().asking().ask(ofRuns);
            }
            case UsersQuestion ofUsers -> {
                kind.value().set(Kind.FIELD_AND_FIELD);
                models.users().asking().ask(ofUsers);
            }
        }
    }

    private void show(Kind shown) {
        panes.forEach((each, pane) -> pane.setVisible(each == shown));
    }

    private void refresh(Kind shown) {
        switch (shown) {
            case LAB_AND_FIELD -> models.lab().refresh();
            case LAB_AND_LAB -> models.runs().refresh();
            case FIELD_AND_FIELD -> models.users().refresh();
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void attach() {
        models.lab().saved().refresh();
        refresh(kind.value().get());
    }
}

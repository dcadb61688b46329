package dev.parallax.ui.checks;

import atlantafx.base.theme.Styles;
import dev.parallax.measure.RunStatus;
import dev.parallax.ui.checks.CheckUseCases.Past;
import dev.parallax.ui.checks.run.RunDetail;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.View;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.EmptyState;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.ScreenHeader;
import dev.parallax.ui.controls.StatusPill;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Schedules and history to the left, the chosen run to the right.
public final class ChecksView implements View {
    private static final double SIDE_WIDTH = 432;

    private final ChecksModel model;
    private final VBox root = new VBox();
    private final Runnable toJourneys;

    /// @param toJourneys goes to where journeys are run and recorded
    /// @param editProfiles shows the profiles over a node, and then does what it is given
    public ChecksView(
            ChecksModel model, Runnable toJourneys, BiConsumer<Node, Runnable> editProfiles) {
        this.model = model;
        this.toJourneys = toJourneys;
        var side = new VBox(16, new ScheduleCard(model, this::askForCheck), history());
        side.setMinWidth(SIDE_WIDTH);
        side.setMaxWidth(SIDE_WIDTH);
        Region detail = detail();
        HBox.setHgrow(detail, Priority.ALWAYS);
        var wide = new ToggleButton(null, Icons.of(Feather.MAXIMIZE_2));
        wide.setId("widen-run");
        wide.getStyleClass().addAll(Styles.BUTTON_ICON);
        wide.setTooltip(new Tooltip(Texts.of("checks.widen")));
        wide.setAccessibleText(Texts.of("checks.widen"));
        wide.disableProperty().bind(Bindings.isEmpty(model.runs()));
        side.visibleProperty().bind(wide.selectedProperty().not());
        side.managedProperty().bind(side.visibleProperty());
        var both = new HBox(side, detail);
        both.getStyleClass().add("columns");
        VBox.setVgrow(both, Priority.ALWAYS);
        Button add = Buttons.primary(Texts.of("checks.add"), Feather.PLUS, this::askForCheck);
        add.setId("add-check");
        add.disableProperty().bind(Bindings.isEmpty(model.journeys()));
        Button profiles =
                Buttons.plain(
                        Texts.of("checks.profiles"),
                        Feather.SLIDERS,
                        () -> editProfiles.accept(root, model::refresh));
        profiles.setId("edit-profiles");
        root.getStyleClass().add("screen");
        root.getChildren()
                .addAll(
                        new ScreenHeader(
                                Texts.of("place.checks"),
                                Texts.of("checks.subtitle"),
                                profiles,
                                wide,
                                add),
                        both);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void attach() {
        model.refresh();
    }

    private void askForCheck() {
        new CheckDialog(root, model.journeys(), model.profiles()).show(model::add);
    }

    private Region history() {
        Label none = Labels.caption(Texts.of("checks.history.none"));
        none.visibleProperty().bind(model.loaded());
        TableView<Past> table =
                Columns.table(
                        none,
                        List.of(
                                Columns.node(Texts.of("checks.status"), 116, ChecksView::pill),
                                Columns.text(Texts.of("checks.journey"), 140, Past::journey),
                                Columns.text(
                                        Texts.of("checks.started"),
                                        160,
                                        run -> Numbers.moment(run.started()))));
        table.setId("runs");
        table.setItems(model.runs());
        var selection = table.getSelectionModel();
        selection.selectedItemProperty().subscribe(this::choose);
        model.selected().subscribe(run -> selection.select(run));
        var card = new Card(Texts.of("checks.history"), table).flush().growing();
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private static StatusPill pill(Past run) {
        // only an ok run has numbers that the taint keeps from use
        return run.tainted() && run.status() == RunStatus.OK
                ? new StatusPill(Texts.of("checks.tainted", run.status().label()), "warning")
                : new StatusPill(run.status());
    }

    private void choose(@Nullable Past run) {
        if (run != null) {
            model.selected().set(run);
        }
    }

    private Region detail() {
        var run = new RunDetail();
        var scroll = new ScrollPane(run);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("panel", "flush-scroll");
        var nothing =
                new EmptyState(
                        Feather.ACTIVITY,
                        Texts.of("checks.none"),
                        Texts.of("checks.none.hint"),
                        Buttons.plain(Texts.of("checks.tojourneys"), Feather.MAP, toJourneys));
        nothing.visibleProperty().bind(Bindings.isEmpty(model.runs()).and(model.loaded()));
        model.shown()
                .subscribe(shown -> {
                    scroll.setVisible(shown.isPresent());
                    shown.ifPresent(one ->
                            run.show(
                                    one.run(),
                                    one.detailsRemovedAfterDays(),
                                    model.beside(one.run())));
                    scroll.setVvalue(0);
                });
        return new StackPane(scroll, nothing);
    }
}

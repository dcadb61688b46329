package dev.parallax.ui.journeys;

import dev.parallax.measure.Run;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.View;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.EmptyState;
import dev.parallax.ui.controls.Notice;
import dev.parallax.ui.controls.ScreenHeader;
import dev.parallax.ui.journeys.JourneyUseCases.Entry;
import java.io.File;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The journeys to the left, the one on show to the right.
public final class JourneysView implements View {
    private static final double LIST_WIDTH = 272;

    private final JourneysModel model;
    private final VBox root = new VBox();

    /// @param showRun shows a run where runs are shown
    public JourneysView(JourneysModel model, Consumer<Run> showRun) {
        this.model = model;
        var list = list();
        var detail = new JourneyDetail(model);
        HBox.setHgrow(detail, Priority.ALWAYS);
        var both = new HBox(list, detail);
        both.getStyleClass().add("columns");
        BooleanBinding empty = Bindings.isEmpty(model.journeys()).and(model.loaded());
        both.visibleProperty().bind(empty.not());
        var nothing =
                new EmptyState(
                        Feather.MAP,
                        Texts.of("journeys.none"),
                        Texts.of("journeys.none.hint"),
                        importButton(),
                        recordButton());
        nothing.visibleProperty().bind(empty);
        var content = new StackPane(both, nothing);
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getStyleClass().add("screen");
        root.getChildren()
                .addAll(
                        new ScreenHeader(
                                Texts.of("place.journeys"),
                                Texts.of("journeys.subtitle"),
                                importButton(),
                                recordButton()),
                        deletedNotice(),
                        ranNotice(showRun),
                        content);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void attach() {
        model.refresh();
        model.takeWish()
                .filter(_ -> model.canRecord())
                .ifPresent(wish ->
                        new RecordDialog(root, model::record).show(wish.url(), wish.name()));
    }

    private Region list() {
        var list = new ListView<>(model.journeys());
        list.setId("journey-list");
        list.setCellFactory(_ -> new JourneyCell());
        list.getStyleClass().add("side-list");
        list.setMinWidth(LIST_WIDTH);
        list.setMaxWidth(LIST_WIDTH);
        var selection = list.getSelectionModel();
        selection.selectedItemProperty().subscribe(this::choose);
        model.selected().subscribe(entry -> selection.select(entry));
        return list;
    }

    /// A list that is filled anew selects nothing for a moment; that is not a choice.
    private void choose(@Nullable Entry entry) {
        if (entry != null) {
            model.selected().set(entry);
        }
    }

    private Button importButton() {
        return Buttons.plain(Texts.of("journeys.import"), Feather.UPLOAD, this::chooseFile);
    }

    private Button recordButton() {
        Button record =
                Buttons.plain(
                        Texts.of("journeys.record"),
                        Feather.CIRCLE,
                        () -> new RecordDialog(root, model::record).show());
        record.disableProperty().bind(model.recording());
        record.setVisible(model.canRecord());
        record.setManaged(model.canRecord());
        return record;
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("journeys.import.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("journeys.file"), "*.json"));
        @Nullable File file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            model.importFile(file.toPath());
        }
    }

    private Notice deletedNotice() {
        var notice = new Notice(Feather.TRASH_2, "neutral");
        notice.act(Texts.of("journeys.undo"), model::undoDelete);
        notice.onClose(model::forgetDeleted);
        model.deleted()
                .subscribe(gone ->
                        notice.say(
                                gone.map(journey -> Texts.of("journeys.deleted", journey.name()))));
        return notice;
    }

    private Notice ranNotice(Consumer<Run> showRun) {
        var notice = new Notice(Feather.ACTIVITY, "accent");
        notice.act(
                Texts.of("journeys.showrun"),
                () ->
                        model.lastRun()
                                .get()
                                .ifPresent(run -> {
                                    model.forgetRun();
                                    showRun.accept(run);
                                }));
        notice.onClose(model::forgetRun);
        model.lastRun()
                .subscribe(ran ->
                        notice.say(
                                ran.map(run ->
                                        Texts.of(
                                                "journeys.ran",
                                                run.journey(),
                                                run.status().label()))));
        return notice;
    }
}

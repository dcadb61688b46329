package dev.parallax.ui.realusers;

import dev.parallax.problem.Problem;
import dev.parallax.rum.Dataset;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.View;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.EmptyState;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Notice;
import dev.parallax.ui.controls.ScreenHeader;
import dev.parallax.ui.realusers.RealUserUseCases.Import.Target;
import dev.parallax.ui.realusers.RealUserUseCases.Imported;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The data sets to the left, the one on show to the right; files are dropped anywhere.
public final class RealUsersView implements View {
    private static final double LIST_WIDTH = 216;

    private final RealUsersModel model;
    private final VBox root = new VBox();

    public RealUsersView(RealUsersModel model, Background background, Problems problems) {
        this.model = model;
        var detail =
                new DatasetDetail(model, background, problems, () -> chooseFiles(Target.EXISTING));
        HBox.setHgrow(detail, Priority.ALWAYS);
        var both = new HBox(list(), detail);
        both.getStyleClass().add("columns");
        BooleanBinding empty = Bindings.isEmpty(model.datasets()).and(model.loaded());
        both.visibleProperty().bind(empty.not());
        var nothing =
                new EmptyState(
                        Feather.USERS,
                        Texts.of("realusers.none"),
                        Texts.of("realusers.none.hint"),
                        importButton());
        nothing.visibleProperty().bind(empty);
        var content = new StackPane(both, nothing);
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getStyleClass().add("screen");
        root.getChildren()
                .addAll(
                        new ScreenHeader(
                                Texts.of("place.realusers"),
                                Texts.of("realusers.subtitle"),
                                importButton()),
                        importedNotice(),
                        content);
        root.setOnDragOver(this::dragOver);
        root.setOnDragExited(_ -> root.getStyleClass().remove("drop-here"));
        root.setOnDragDropped(this::drop);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void attach() {
        model.refresh();
    }

    private Region list() {
        var list = new ListView<>(model.datasets());
        list.setId("dataset-list");
        list.setCellFactory(_ -> new DatasetCell());
        list.getStyleClass().add("side-list");
        list.setMinWidth(LIST_WIDTH);
        list.setMaxWidth(LIST_WIDTH);
        var selection = list.getSelectionModel();
        selection.selectedItemProperty().subscribe(this::choose);
        model.selected().subscribe(dataset -> selection.select(dataset));
        return list;
    }

    private void choose(@Nullable Dataset dataset) {
        if (dataset != null) {
            model.selected().set(dataset);
        }
    }

    private Button importButton() {
        Button button =
                Buttons.primary(
                        Texts.of("realusers.import"),
                        Feather.UPLOAD,
                        () -> chooseFiles(Target.NEW));
        button.disableProperty().bind(model.importing());
        return button;
    }

    private void chooseFiles(Target target) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("realusers.import.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                Texts.of("realusers.files"),
                                "*.csv",
                                "*.tsv",
                                "*.json",
                                "*.ndjson",
                                "*.jsonl",
                                "*.parquet",
                                "*.log",
                                "*.gz",
                                "*.zip",
                                "*.zst"),
                        new FileChooser.ExtensionFilter(Texts.of("realusers.anyfile"), "*.*"));
        @Nullable List<File> files = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (files != null) {
            ask(files.stream().map(File::toPath).toList(), target);
        }
    }

    /// Files that need no help are asked for their name only; others go through the assistant, but
    /// for those that no help would make page views of.
    private void ask(List<Path> files, Target target) {
        model.examine(
                files,
                assistant -> {
                    Optional<Problem> trouble = assistant.trouble().get();
                    if (trouble.isPresent() && !assistant.proposal().get().isChangeable()) {
                        refuse(trouble.get(), target);
                    } else if (trouble.isPresent()) {
                        new ImportDialog(root, model, assistant, target).withAssistant().show();
                    } else {
                        new ImportDialog(root, model, assistant, target)
                                .withHelp(name -> assist(assistant, target, name))
                                .show();
                    }
                });
    }

    private void refuse(Problem problem, Target target) {
        var form =
                new FormDialog(root, Texts.of("import.refused"), Texts.of("import.another"))
                        .otherwise(Texts.of("import.close"))
                        .content(new RefusedFile(problem));
        form.show(() -> chooseFiles(target));
    }

    private void assist(AssistantModel assistant, Target target, String name) {
        new ImportDialog(root, model, assistant, target).named(name).withAssistant().show();
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles() && !model.importing().get()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!root.getStyleClass().contains("drop-here")) {
                root.getStyleClass().add("drop-here");
            }
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            // a dialog must not open while the drag is still being finished
            javafx.application.Platform.runLater(() -> ask(files, Target.NEW));
        }
    }

    private Notice importedNotice() {
        var notice = new Notice(Feather.CHECK_CIRCLE, "accent");
        notice.onClose(model::forgetImport);
        model.lastImport().subscribe(last -> notice.say(last.map(RealUsersView::words)));
        return notice;
    }

    private static String words(Imported imported) {
        String counts =
                Texts.of(
                        "realusers.imported",
                        imported.dataset(),
                        Amounts.of(imported.kind(), imported.imported()),
                        imported.read());
        if (imported.rejected().isEmpty()) {
            return counts;
        }
        String reasons =
                imported.rejected().entrySet().stream()
                        .map(each -> Numbers.count(each.getValue()) + " " + each.getKey())
                        .collect(Collectors.joining(", "));
        return counts + " " + Texts.of("realusers.rejected", reasons);
    }
}

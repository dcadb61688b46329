package dev.parallax.ui.realusers;

import dev.parallax.rum.PageView;
import dev.parallax.ui.common.BrushWords;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.Notice;
import dev.parallax.ui.realusers.RealUserUseCases.Sought;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Single page views: searched, sorted, one of them in full at the side.
final class ViewsView extends VBox {
    private final ViewsModel model;
    private final ComboBox<Sought.Kind> kind =
            Choices.of(List.of(Sought.Kind.values()), ViewsView::words);
    private final TextField text = new TextField();

    ViewsView(ViewsModel model) {
        this.model = model;
        var table = new ViewsTable(model);
        var detail = new ViewDetail(this::showSession, table::clearSelection);
        table.selected().subscribe(row -> show(detail, row));
        model.read().subscribe(_ -> show(detail, table.selected().getValue()));
        HBox.setHgrow(table, Priority.ALWAYS);
        var both = new HBox(12, table, detail);
        VBox.setVgrow(both, Priority.ALWAYS);
        setSpacing(8);
        getChildren().addAll(bar(), exportedNotice(), both);
    }

    private void show(ViewDetail detail, @Nullable Integer row) {
        PageView view = row == null ? null : model.view(row);
        detail.show(view);
    }

    private HBox bar() {
        kind.setId("views-kind");
        kind.setValue(Sought.Kind.PAGE);
        kind.setMinWidth(USE_PREF_SIZE);
        text.setId("views-search");
        text.setPromptText(Texts.of("views.search.page"));
        text.setPrefColumnCount(20);
        HBox.setHgrow(text, Priority.SOMETIMES);
        text.setMaxWidth(320);
        text.setOnAction(_ -> search());
        text.textProperty()
                .subscribe((_, typed) -> {
                    // a part of a path is found while it is typed, an id only once it is whole
                    if (kind.getValue() == Sought.Kind.PAGE || typed.isEmpty()) {
                        search();
                    }
                });
        kind.valueProperty()
                .subscribe((_, now) -> {
                    text.setPromptText(
                            now == Sought.Kind.PAGE
                                    ? Texts.of("views.search.page")
                                    : Texts.of("views.search.id"));
                    text.clear();
                });
        model.sought()
                .subscribe(now -> {
                    if (!now.text().equals(text.getText())) {
                        kind.setValue(now.kind());
                        text.setText(now.text());
                    }
                });
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.visibleProperty().bind(model.busy());
        Button stop = Buttons.link(Texts.of("views.stop"), model::stop);
        stop.setId("views-stop");
        stop.visibleProperty().bind(model.busy());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.busy().get()) {
                model.stop();
                event.consume();
            }
        });
        Label count = Labels.caption("");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Texts.of("views.count", model.rows().size()), model.rows()));
        count.setMinWidth(USE_PREF_SIZE);
        Button picked = Buttons.plain("", Feather.X, () -> model.pick().set(Optional.empty()));
        picked.setId("views-picked");
        picked.getStyleClass().addAll("chip", "chosen");
        picked.setContentDisplay(ContentDisplay.RIGHT);
        picked.setTooltip(new Tooltip(Texts.of("views.picked.clear")));
        model.pick()
                .subscribe(now -> {
                    picked.setText(
                            now.map(pick -> BrushWords.of(pick.metric(), pick.brush())).orElse(""));
                    picked.setVisible(now.isPresent());
                    picked.setManaged(now.isPresent());
                });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var export = Buttons.plain(Texts.of("views.export"), Feather.DOWNLOAD, this::chooseFile);
        export.disableProperty().bind(Bindings.isEmpty(model.rows()));
        var bar = new HBox(8, kind, text, picked, count, busy, stop, gap, export);
        bar.getStyleClass().add("card-head");
        return bar;
    }

    private static String words(Sought.Kind kind) {
        return switch (kind) {
            case PAGE -> Texts.of("views.kind.page");
            case SESSION -> Texts.of("views.kind.session");
            case VIEW -> Texts.of("views.kind.view");
            case USER -> Texts.of("views.kind.user");
        };
    }

    private void search() {
        model.sought().set(new Sought(kind.getValue(), text.getText().strip()));
    }

    private void showSession(String pseudonym) {
        model.sought().set(new Sought(Sought.Kind.SESSION, pseudonym));
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setInitialFileName("page-views.csv");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("views.csv"), "*.csv"));
        @Nullable File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    private Notice exportedNotice() {
        var notice = new Notice(Feather.CHECK_CIRCLE, "accent");
        notice.onClose(model::forgetExport);
        model.exported()
                .subscribe(done ->
                        notice.say(
                                done.map(file -> Texts.of("views.exported", file.getFileName()))));
        return notice;
    }
}

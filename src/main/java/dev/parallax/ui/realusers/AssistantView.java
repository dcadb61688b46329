package dev.parallax.ui.realusers;

import dev.parallax.problem.Problem;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.ImportRecord;
import dev.parallax.service.ExportProposal;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.Notice;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the columns of an export are, its first rows, and what would come of it.
final class AssistantView extends VBox {
    private static final double WIDTH = 920;
    private static final int SHOWN_COLUMNS = 40;

    private final AssistantModel model;
    private final VBox counts = new VBox(6);

    AssistantView(AssistantModel model) {
        this.model = model;
        ExportProposal found = model.proposal().get();
        setSpacing(12);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        getChildren().addAll(head(found), trouble());
        if (found.isChangeable()) {
            getChildren().add(new AssistantColumns(model));
        }
        getChildren().addAll(zone(), Labels.heading(Texts.of("assistant.rows")), rows(found));
        getChildren().add(counts);
        counts.setMinHeight(72);
        model.trial().subscribe(_ -> count());
        model.busy().subscribe(_ -> count());
    }

    private static Label head(ExportProposal found) {
        Label head =
                Labels.paragraph(
                        found.saved()
                                .map(file ->
                                        Texts.of(
                                                "assistant.saved",
                                                found.file(),
                                                file.getFileName()))
                                .orElseGet(() ->
                                        Texts.of("assistant.found", found.file(), found.title())));
        head.getStyleClass().add("muted");
        return head;
    }

    private Notice trouble() {
        var notice = new Notice(Feather.ALERT_TRIANGLE, "warning");
        model.trouble().subscribe(problem -> notice.say(problem.map(AssistantView::words)));
        return notice;
    }

    private static String words(Problem problem) {
        return problem.why().isBlank()
                ? problem.what()
                : Texts.of("assistant.trouble", problem.what(), problem.why());
    }

    private HBox zone() {
        var zones = new ComboBox<String>();
        zones.getItems().setAll(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zones.setId("assistant-zone");
        zones.setValue(model.proposal().get().zone());
        zones.valueProperty().subscribe((_, zone) -> model.zone(zone));
        var row = new HBox(8, Labels.body(Texts.of("assistant.zone")), zones);
        row.getStyleClass().add("card-head");
        return row;
    }

    private static TableView<List<String>> rows(ExportProposal found) {
        var table = new TableView<List<String>>();
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getStyleClass().add("dense");
        table.setFixedCellSize(28);
        table.setPrefHeight(148);
        table.setMinHeight(148);
        for (int i = 0; i < Math.min(SHOWN_COLUMNS, found.columns().size()); i++) {
            int at = i;
            var column = new TableColumn<List<String>, String>(found.columns().get(i).name());
            column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(at)));
            column.setPrefWidth(132);
            column.setSortable(false);
            table.getColumns().add(column);
        }
        table.getItems().setAll(found.rows());
        table.setPlaceholder(Labels.caption(Texts.of("assistant.norows")));
        return table;
    }

    private void count() {
        counts.getChildren().clear();
        if (model.busy().get()) {
            var busy = new ProgressIndicator();
            busy.getStyleClass().add("busy");
            var row = new HBox(8, busy, Labels.caption(Texts.of("assistant.trying")));
            row.getStyleClass().add("card-head");
            counts.getChildren().add(row);
            return;
        }
        model.trial().get().ifPresent(this::count);
    }

    private void count(ImportRecord record) {
        var sum =
                new Certificate.Sum(
                        record.read(),
                        record.imported(),
                        record.merged(),
                        record.duplicates(),
                        record.rejectedCount(),
                        record.filteredCount());
        counts.getChildren().add(new RecordSum(sum, AssistantView::strong));
        String leftOut =
                Stream.concat(record.rejected().stream(), record.filtered().stream())
                        .map(part ->
                                Texts.of(
                                        "assistant.leftout",
                                        Numbers.count(part.count()),
                                        part.reason(),
                                        part.first()))
                        .limit(3)
                        .collect(Collectors.joining("; "));
        Optional.of(leftOut)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> counts.getChildren().add(Labels.paragraph(text)));
    }

    private static Label strong(String text) {
        Label label = Labels.body(text);
        label.getStyleClass().add("strong");
        return label;
    }
}

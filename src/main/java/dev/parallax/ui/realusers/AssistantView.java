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
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the columns of an export are, its first rows, and what would come of it.
final class AssistantView extends VBox {
    private static final int SHOWN_COLUMNS = 40;

    private final AssistantModel model;
    private final VBox counts = new VBox(6);

    AssistantView(AssistantModel model) {
        this.model = model;
        ExportProposal found = model.proposal().get();
        setSpacing(12);
        setMinWidth(0);
        getChildren().addAll(head(found), trouble());
        if (!found.columns().isEmpty()) {
            var columns = new AssistantColumns(model);
            VBox.setVgrow(columns, Priority.ALWAYS);
            getChildren().addAll(columns, rowsHead(found), rows(found));
        }
        getChildren().add(counts);
        counts.setMinHeight(60);
        model.trial().subscribe(_ -> count());
        model.busy().subscribe(_ -> count());
    }

    private static Label head(ExportProposal found) {
        Label head = Labels.paragraph(words(found));
        head.getStyleClass().add("muted");
        return head;
    }

    private static String words(ExportProposal found) {
        if (found.saved().isPresent()) {
            return Texts.of("assistant.saved", found.file(), found.saved().get().getFileName());
        }
        if (!found.isChangeable()) {
            return found.columns().isEmpty()
                    ? Texts.of("assistant.whole", found.file(), found.title())
                    : Texts.of("assistant.fixed", found.file(), found.title());
        }
        return found.trouble().isPresent()
                ? Texts.of("assistant.unknown", found.file())
                : Texts.of("assistant.found", found.file(), found.title());
    }

    private Notice trouble() {
        var notice = new Notice(Feather.ALERT_TRIANGLE, "warning");
        model.trouble().subscribe(problem -> notice.say(problem.map(this::words)));
        return notice;
    }

    private String words(Problem problem) {
        // what to do about the file itself is of no use to whoever can say here what is in it
        boolean isMended = model.proposal().get().trouble().equals(Optional.of(problem));
        return Stream.of(
                        Texts.of(
                                "assistant.trouble",
                                Texts.capital(problem.what()),
                                Texts.sentence(problem.why())),
                        isMended ? "" : Texts.sentence(problem.next()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    private HBox rowsHead(ExportProposal found) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, Labels.heading(Texts.of("assistant.rows")), gap);
        row.getStyleClass().add("card-head");
        if (found.isChangeable()) {
            var zones = new ComboBox<String>();
            zones.getItems().setAll(ZoneId.getAvailableZoneIds().stream().sorted().toList());
            zones.setId("assistant-zone");
            zones.setValue(found.zone());
            zones.valueProperty().subscribe((_, zone) -> model.zone(zone));
            row.getChildren().addAll(Labels.body(Texts.of("assistant.zone")), zones);
        }
        return row;
    }

    private static TableView<List<String>> rows(ExportProposal found) {
        var table = new TableView<List<String>>();
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getStyleClass().add("dense");
        table.setFixedCellSize(28);
        // its head, three rows and the bar to scroll along the columns
        table.setPrefHeight(132);
        table.setMinHeight(132);
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

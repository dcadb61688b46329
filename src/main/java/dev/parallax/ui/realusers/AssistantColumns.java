package dev.parallax.ui.realusers;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.service.ExamineExport;
import dev.parallax.service.ExportProposal.Column;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatusPill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// One row a column of the export: what it was taken for, how sure that is, and the unit with its
/// proof. Each of these can be changed.
final class AssistantColumns extends StackPane {
    private final AssistantModel model;
    private final TableView<Integer> table;

    AssistantColumns(AssistantModel model) {
        this.model = model;
        table =
                Columns.table(
                        Labels.caption(Texts.of("assistant.norows")),
                        List.of(
                                Columns.text(
                                        Texts.of("assistant.column"), 120, at -> column(at).name()),
                                Columns.text(Texts.of("assistant.example"), 120, this::example),
                                Columns.node(Texts.of("assistant.holds"), 140, this::holds),
                                Columns.node(Texts.of("assistant.sure"), 100, this::sure),
                                Columns.node(Texts.of("assistant.unit"), 88, this::unit),
                                Columns.node(Texts.of("assistant.proof"), 244, this::proof),
                                Columns.node(
                                        Texts.of("certificate.definition"),
                                        118,
                                        this::definition)));
        table.setId("assistant-columns");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(40);
        table.setPrefHeight(240);
        table.setMinHeight(112);
        table.getItems()
                .setAll(
                        IntStream.range(0, model.proposal().get().columns().size())
                                .boxed()
                                .toList());
        getChildren().add(table);
        model.proposal().subscribe((_, _) -> refresh());
    }

    /// The table makes its cells anew; whoever works by keys stays where he was.
    private void refresh() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        String id = focused == null ? null : focused.getId();
        table.refresh();
        if (id != null && lookup("#" + id) != null) {
            Platform.runLater(() -> {
                applyCss();
                layout();
                Node again = lookup("#" + id);
                if (again != null) {
                    again.requestFocus();
                }
            });
        }
    }

    private Column column(int at) {
        return model.proposal().get().columns().get(at);
    }

    private String example(int at) {
        return model.proposal().get().rows().stream()
                .map(row -> row.get(at))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private Node holds(int at) {
        String held = column(at).field();
        if (!model.proposal().get().isChangeable()) {
            return Labels.body(held.isEmpty() ? "" : brief(held));
        }
        var fields = new ArrayList<String>();
        fields.add("");
        fields.addAll(ExamineExport.fields());
        ComboBox<String> box = Choices.of(fields, AssistantColumns::brief, AssistantColumns::name);
        box.setValue(held);
        box.setId("holds-" + at);
        box.setPrefWidth(136);
        box.valueProperty().subscribe((_, field) -> model.hold(at, field));
        return box;
    }

    private static String brief(String field) {
        return Metric.byKey(field).map(Metric::shortName).orElseGet(() -> name(field));
    }

    private static String name(String field) {
        if (field.isEmpty()) {
            return Texts.of("assistant.unused");
        }
        return Metric.byKey(field)
                .map(metric -> Texts.of("compare.metric.name", metric.shortName(), metric.label()))
                .or(() -> Dimension.byKey(field).map(Dimension::label))
                .orElseGet(() -> single(field));
    }

    private static String single(String field) {
        return switch (field) {
            case "time" -> Texts.of("assistant.field.time");
            case "page" -> Texts.of("assistant.field.page");
            case "session" -> Texts.of("assistant.field.session");
            case "user" -> Texts.of("assistant.field.user");
            case "view" -> Texts.of("assistant.field.view");
            case "weight" -> Texts.of("assistant.field.weight");
            case "userAgent" -> Texts.of("assistant.field.agent");
            case "metricName" -> Texts.of("assistant.field.metricname");
            case "metricValue" -> Texts.of("assistant.field.metricvalue");
            default -> field;
        };
    }

    private Node sure(int at) {
        return switch (column(at).confidence()) {
            case CERTAIN -> new StatusPill(Texts.of("assistant.certain"), "success");
            case LIKELY -> new StatusPill(Texts.of("assistant.likely"), "success");
            case GUESSED -> new StatusPill(Texts.of("assistant.guessed"), "warning");
            case CHOSEN -> new StatusPill(Texts.of("assistant.chosen"), "accent");
            case NONE -> Labels.caption("");
        };
    }

    private Optional<Metric> metric(int at) {
        return Metric.byKey(column(at).field());
    }

    private Node unit(int at) {
        Metric metric = metric(at).orElse(null);
        if (metric == null) {
            return Labels.caption("");
        }
        if (!model.proposal().get().isChangeable()) {
            return Labels.body(column(at).unit());
        }
        ComboBox<String> box = Choices.of(ExamineExport.units(metric), unit -> unit);
        box.setValue(column(at).unit());
        box.setId("unit-" + at);
        box.setPrefWidth(76);
        box.valueProperty().subscribe((_, unit) -> model.unit(at, unit));
        return box;
    }

    private Node proof(int at) {
        String proof = column(at).proof();
        Label label = Labels.caption(proof);
        label.setWrapText(true);
        if (!proof.isEmpty()) {
            label.setTooltip(new Tooltip(proof));
        }
        return label;
    }

    private Node definition(int at) {
        if (metric(at).isEmpty()) {
            return Labels.caption("");
        }
        if (!model.proposal().get().isChangeable()) {
            return Labels.body(words(column(at).definition()));
        }
        ComboBox<Definition> box =
                Choices.of(List.of(Definition.values()), AssistantColumns::words);
        box.setValue(column(at).definition());
        box.setId("definition-" + at);
        box.setPrefWidth(108);
        box.valueProperty().subscribe((_, definition) -> model.definition(at, definition));
        return box;
    }

    private static String words(Definition definition) {
        return switch (definition) {
            case SAME -> Texts.of("assistant.same");
            case DIFFERS -> Texts.of("certificate.differs");
            case UNKNOWN -> Texts.of("certificate.unknown");
        };
    }
}

package dev.parallax.ui.realusers;

import dev.parallax.rum.Certificate;
import dev.parallax.rum.QualityFacts;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.Notice;
import dev.parallax.ui.controls.StatusPill;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The whole certificate of a data set, and what can be done about what it says.
final class CertificateView extends VBox {
    private final CertificateModel model;
    private final CertificateParts parts;
    private final VBox content = new VBox(12);
    private final StackPane evidence = new StackPane();
    private final ScrollPane scroll = new ScrollPane(content);

    CertificateView(CertificateModel model, SegmentModel segment) {
        this.model = model;
        parts = new CertificateParts(model, segment);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setSpacing(8);
        getChildren().addAll(bar(), doneNotice(), scroll);
        model.certificate().subscribe(this::show);
        segment.asked().subscribe(_ -> parts.followSegment());
    }

    private HBox bar() {
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        Label wait = Labels.caption(Texts.of("certificate.wait"));
        var waiting = new HBox(8, busy, wait);
        waiting.getStyleClass().add("card-head");
        waiting.visibleProperty().bind(model.busy());
        waiting.managedProperty().bind(model.busy());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var html =
                Buttons.plain(Texts.of("certificate.html"), Feather.FILE_TEXT, () -> save("html"));
        var json = Buttons.plain(Texts.of("certificate.json"), Feather.CODE, () -> save("json"));
        html.disableProperty().bind(model.certificate().map(Optional::isEmpty));
        json.disableProperty().bind(model.certificate().map(Optional::isEmpty));
        var bar = new HBox(8, evidence, waiting, gap, html, json);
        bar.getStyleClass().add("card-head");
        return bar;
    }

    private Notice doneNotice() {
        var notice = new Notice(Feather.CHECK_CIRCLE, "accent");
        notice.onClose(model::forgetDone);
        model.done().subscribe(notice::say);
        return notice;
    }

    private void save(String ending) {
        var chooser = new FileChooser();
        chooser.setInitialFileName("certificate." + ending);
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                ending.toUpperCase(java.util.Locale.ROOT), "*." + ending));
        @Nullable File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    private void show(Optional<Certificate> known) {
        content.getChildren().clear();
        evidence.getChildren().clear();
        known.ifPresent(this::show);
    }

    private void show(Certificate certificate) {
        evidence.getChildren().setAll(evidence(certificate));
        content.getChildren().add(parts.sum(certificate));
        parts.notes(certificate).ifPresent(content.getChildren()::add);
        parts.leftOut(certificate).ifPresent(content.getChildren()::add);
        content.getChildren().add(parts.metrics(certificate));
        QualityFacts facts = certificate.facts();
        if (facts != null) {
            var missing = parts.missing(facts);
            var time = parts.time(facts);
            content.getChildren().add(beside(missing, time));
            parts.excluded(facts).ifPresent(content.getChildren()::add);
        }
        parts.quarantine(certificate).ifPresent(content.getChildren()::add);
        content.getChildren().add(parts.imports(certificate));
        scroll.setVvalue(0);
    }

    /// Two cards of equal width. Shares of a grid, as an ordinary box would ask them how tall they
    /// are at no width at all.
    private static GridPane beside(Region one, Region other) {
        var grid = new GridPane(12, 0);
        for (int i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, one, other);
        return grid;
    }

    private static StatusPill evidence(Certificate certificate) {
        return switch (certificate.evidence()) {
            case SAMPLE -> new StatusPill(Texts.of("certificate.sample"), "success");
            case DOCUMENTATION -> new StatusPill(Texts.of("certificate.documentation"), "warning");
            case OWN_MAPPING -> new StatusPill(Texts.of("certificate.ownmapping"), "accent");
        };
    }
}

package dev.parallax.ui.compare;

import dev.parallax.compare.Annotation;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.FormDialog;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;

/// Asks what happened and when.
final class AnnotationDialog {
    private final Node owner;
    private final LinkedModel model;
    private final TextField text = new TextField();
    private final DatePicker day;
    private final TextField time;

    AnnotationDialog(Node owner, LinkedModel model) {
        this.owner = owner;
        this.model = model;
        ZonedDateTime proposed = model.middle().atZone(model.zone());
        day = new DatePicker(proposed.toLocalDate());
        time = new TextField(proposed.toLocalTime().withSecond(0).withNano(0).toString());
    }

    void show() {
        new FormDialog(owner, Texts.of("annotation.dialog"), Texts.of("annotation.dialog.add"))
                .field(Texts.of("annotation.text"), text, Texts.of("annotation.text.hint"))
                .field(Texts.of("annotation.day"), day, "")
                .field(Texts.of("annotation.time"), time, Texts.of("annotation.time.hint"))
                .validWhen(
                        Bindings.createBooleanBinding(
                                () -> annotation().isPresent(),
                                text.textProperty(),
                                day.valueProperty(),
                                time.textProperty()))
                .show(() -> annotation().ifPresent(model::annotate));
    }

    private Optional<Annotation> annotation() {
        LocalDate date = day.getValue();
        if (date == null || text.getText().isBlank()) {
            return Optional.empty();
        }
        try {
            ZoneId zone = model.zone();
            LocalTime moment = LocalTime.parse(time.getText().strip());
            return Optional.of(
                    new Annotation(
                            date.atTime(moment).atZone(zone).toInstant(), text.getText().strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}

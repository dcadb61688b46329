package dev.parallax.ui.realusers;

import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.FormDialog;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;

/// Asks for the first and the last day.
final class WindowDialog {
    private final Node owner;
    private final DatePicker first;
    private final DatePicker last;

    /// @param range what the data set spans
    WindowDialog(Node owner, TimeWindow range) {
        this.owner = owner;
        first = new DatePicker(day(range.from()));
        last = new DatePicker(day(range.to()));
    }

    void show(SegmentModel model) {
        new FormDialog(owner, Texts.of("segment.dialog"), Texts.of("segment.dialog.show"))
                .field(Texts.of("segment.first"), first, Texts.of("segment.first.hint"))
                .field(Texts.of("segment.last"), last, Texts.of("segment.last.hint"))
                .validWhen(
                        Bindings.createBooleanBinding(
                                () ->
                                        first.getValue() != null
                                                && last.getValue() != null
                                                && !last.getValue().isBefore(first.getValue()),
                                first.valueProperty(),
                                last.valueProperty()))
                .show(() -> model.window(Optional.of(window())));
    }

    private TimeWindow window() {
        ZoneId zone = ZoneId.systemDefault();
        return new TimeWindow(
                first.getValue().atStartOfDay(zone).toInstant(),
                last.getValue().plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static LocalDate day(java.time.Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toLocalDate();
    }
}

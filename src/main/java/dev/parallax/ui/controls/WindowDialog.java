package dev.parallax.ui.controls;

import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.common.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;

/// Asks for the first and the last day.
public final class WindowDialog {
    private final Node owner;
    private final String title;
    private final DatePicker first;
    private final DatePicker last;

    /// @param title what the days are for
    /// @param range the days that are proposed
    public WindowDialog(Node owner, String title, TimeWindow range) {
        this.title = title;
        this.owner = owner;
        first = new DatePicker(day(range.from()));
        // the end is outside: the midnight after the last day
        last = new DatePicker(day(range.to().minusMillis(1)));
    }

    /// Asks.
    ///
    /// @param done gets the days, whole ones where this machine is
    public void show(Consumer<TimeWindow> done) {
        new FormDialog(owner, title, Texts.of("segment.dialog.show"))
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
                .show(() -> done.accept(window()));
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

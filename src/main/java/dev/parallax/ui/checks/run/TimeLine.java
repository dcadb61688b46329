package dev.parallax.ui.checks.run;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/// The part of an iteration's time that is on show, and the moment that is pointed at: shared by
/// all that is drawn over this time, so that it zooms and moves together.
final class TimeLine {
    /// Shorter stretches show nothing that was measured.
    private static final double SHORTEST_MILLIS = 5;

    private static final double LAST_PART = 1.02;

    private final double end;
    private final ReadOnlyObjectWrapper<Stretch> shown;
    private final DoubleProperty pointed = new SimpleDoubleProperty(Double.NaN);

    /// A part of the time.
    ///
    /// @param from milliseconds from the start of the iteration
    /// @param to after `from`
    record Stretch(double from, double to) {
        double length() {
            return to - from;
        }
    }

    /// @param end of everything, milliseconds from the start of the iteration
    TimeLine(double end) {
        this.end = Math.max(end, SHORTEST_MILLIS) * LAST_PART;
        shown = new ReadOnlyObjectWrapper<>(whole());
    }

    ReadOnlyObjectProperty<Stretch> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The moment pointed at, milliseconds from the start of the iteration; not a number if none.
    DoubleProperty pointed() {
        return pointed;
    }

    Stretch whole() {
        return new Stretch(0, end);
    }

    boolean isWhole() {
        return shown.get().equals(whole());
    }

    /// Shows a stretch, as far as there is one.
    void show(double from, double to) {
        double length = Math.clamp(to - from, SHORTEST_MILLIS, end);
        double begin = Math.clamp(from, 0, end - length);
        shown.set(new Stretch(begin, begin + length));
    }

    void showWhole() {
        shown.set(whole());
    }

    /// Shows less or more time.
    ///
    /// @param factor of the length: 0.5 shows half of it
    /// @param around the moment that stays where it is
    void zoom(double factor, double around) {
        Stretch now = shown.get();
        double length = Math.clamp(now.length() * factor, SHORTEST_MILLIS, end);
        double part = (around - now.from()) / now.length();
        double from = around - part * length;
        show(from, from + length);
    }

    /// The moment that keys zoom around: the one pointed at, or the middle.
    double middle() {
        Stretch now = shown.get();
        double at = pointed.get();
        return at >= now.from() && at <= now.to() ? at : (now.from() + now.to()) / 2;
    }

    /// Moves along.
    ///
    /// @param part of the length on show; negative towards the start
    void move(double part) {
        Stretch now = shown.get();
        double by = part * now.length();
        show(now.from() + by, now.to() + by);
    }

    /// Where a moment lies, in pixels.
    double place(double millis, double width) {
        Stretch now = shown.get();
        return (millis - now.from()) / now.length() * width;
    }

    /// The moment at a place.
    double millis(double place, double width) {
        Stretch now = shown.get();
        return now.from() + place / width * now.length();
    }
}

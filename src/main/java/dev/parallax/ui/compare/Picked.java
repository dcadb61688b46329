package dev.parallax.ui.compare;

import dev.parallax.compare.Lifts;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Brush;
import dev.parallax.rum.TimeWindow;
import dev.parallax.rum.ValueRange;
import dev.parallax.rum.WeekHours;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Locale;

/// Page views that were picked by drawing over charts, and who they are.
///
/// @param metric whose values the brush means
/// @param brush what was drawn
/// @param lifts how the picked differ from all compared
public record Picked(Metric metric, Brush brush, Lifts lifts) {
    /// What is picked: `LCP 2,500 ms to 4,000 ms · 12,345 views, 8.0 %`.
    String words() {
        return Texts.of(
                "who.picked",
                words(metric, brush),
                Numbers.count(Math.round(lifts.picked())),
                Numbers.percent(lifts.picked() / lifts.compared()));
    }

    /// What was drawn, in words.
    static String words(Metric metric, Brush brush) {
        var words = new ArrayList<String>();
        brush.values().ifPresent(values -> words.add(words(metric, values)));
        brush.window().ifPresent(window -> words.add(words(window)));
        brush.hours().ifPresent(hours -> words.add(words(hours)));
        return String.join(" · ", words);
    }

    private static String words(Metric metric, ValueRange values) {
        String low = Numbers.of(metric, values.low());
        return Double.isInfinite(values.high())
                ? Texts.of("who.values.from", metric.shortName(), low)
                : Texts.of(
                        "who.values", metric.shortName(), low, Numbers.of(metric, values.high()));
    }

    private static String words(TimeWindow window) {
        return Texts.of("who.window", Numbers.moment(window.from()), Numbers.moment(window.to()));
    }

    private static String words(WeekHours hours) {
        String days =
                hours.firstDay() == hours.lastDay()
                        ? day(hours.firstDay())
                        : Texts.of("who.days", day(hours.firstDay()), day(hours.lastDay()));
        return Texts.of(
                "who.hours",
                days,
                "%02d:00".formatted(hours.firstHour()),
                "%02d:00".formatted(hours.lastHour() + 1));
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.getDefault(Locale.Category.DISPLAY));
    }
}

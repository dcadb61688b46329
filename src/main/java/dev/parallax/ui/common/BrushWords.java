package dev.parallax.ui.common;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Brush;
import dev.parallax.rum.TimeWindow;
import dev.parallax.rum.ValueRange;
import dev.parallax.rum.WeekHours;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Locale;

/// What is picked by drawing over charts, in words.
public final class BrushWords {
    private BrushWords() {}

    /// What was drawn: `LCP 2,500 ms to 4,000 ms · Mon to Fri, 09:00 to 18:00`; nothing for a brush
    /// that picks everything.
    ///
    /// @param metric whose values the brush means
    public static String of(Metric metric, Brush brush) {
        var words = new ArrayList<String>();
        brush.values().ifPresent(values -> words.add(words(metric, values)));
        brush.window().ifPresent(window -> words.add(words(window)));
        brush.hours().ifPresent(hours -> words.add(words(hours)));
        return String.join(" · ", words);
    }

    private static String words(Metric metric, ValueRange values) {
        String low = Numbers.of(metric, values.low());
        return Double.isInfinite(values.high())
                ? Texts.of("brush.values.from", metric.shortName(), low)
                : Texts.of(
                        "brush.values", metric.shortName(), low, Numbers.of(metric, values.high()));
    }

    private static String words(TimeWindow window) {
        return Texts.of("brush.window", Numbers.moment(window.from()), Numbers.moment(window.to()));
    }

    private static String words(WeekHours hours) {
        String days =
                hours.firstDay() == hours.lastDay()
                        ? day(hours.firstDay())
                        : Texts.of("brush.days", day(hours.firstDay()), day(hours.lastDay()));
        return Texts.of(
                "brush.hours",
                days,
                "%02d:00".formatted(hours.firstHour()),
                "%02d:00".formatted(hours.lastHour() + 1));
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.getDefault(Locale.Category.DISPLAY));
    }
}

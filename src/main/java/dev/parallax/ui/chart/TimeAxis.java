package dev.parallax.ui.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A horizontal axis of time whose marks stand where a calendar has them: the library's own knows
/// no time zone with changing clocks.
final class TimeAxis extends DefaultNumericAxis {
    private static final double MARK_WIDTH = 88;
    private static final double HEIGHT = 28;

    /// What lies between two marks.
    private enum Step {
        MINUTE(60, 1, ChronoUnit.MINUTES),
        FIVE_MINUTES(300, 5, ChronoUnit.MINUTES),
        QUARTER(900, 15, ChronoUnit.MINUTES),
        HOUR(3_600, 1, ChronoUnit.HOURS),
        THREE_HOURS(10_800, 3, ChronoUnit.HOURS),
        SIX_HOURS(21_600, 6, ChronoUnit.HOURS),
        DAY(86_400, 1, ChronoUnit.DAYS),
        TWO_DAYS(172_800, 2, ChronoUnit.DAYS),
        WEEK(604_800, 7, ChronoUnit.DAYS),
        MONTH(2_629_800, 1, ChronoUnit.MONTHS),
        QUARTER_YEAR(7_889_400, 3, ChronoUnit.MONTHS),
        YEAR(31_557_600, 1, ChronoUnit.YEARS);

        private final double seconds;
        private final int amount;
        private final ChronoUnit unit;

        Step(double seconds, int amount, ChronoUnit unit) {
            this.seconds = seconds;
            this.amount = amount;
            this.unit = unit;
        }

        ZonedDateTime first(ZonedDateTime from) {
            return switch (unit) {
                case MINUTES ->
                        from.truncatedTo(ChronoUnit.HOURS)
                                .plusMinutes((long) (from.getMinute() / amount) * amount);
                case HOURS ->
                        from.truncatedTo(ChronoUnit.DAYS)
                                .plusHours((long) (from.getHour() / amount) * amount);
                case MONTHS ->
                        from.truncatedTo(ChronoUnit.DAYS)
                                .withDayOfMonth(1)
                                .withMonth((from.getMonthValue() - 1) / amount * amount + 1);
                case YEARS -> from.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
                default -> from.truncatedTo(ChronoUnit.DAYS);
            };
        }
    }

    private ZoneId zone = ZoneOffset.UTC;

    TimeAxis() {
        Axes.plain(this);
        setName("");
        setUnit(null);
    }

    void show(TimeShown shown) {
        zone = shown.zone();
    }

    void home(TimeShown shown) {
        set(shown.begin(), shown.end());
    }

    /// Fixed, as the axis is laid out before it is shown anything.
    @Override
    protected double computePrefHeight(double width) {
        super.computePrefHeight(width);
        return HEIGHT;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList marks) {
        double low = range.getLowerBound();
        double high = range.getUpperBound();
        // until it is shown something, the axis spans any numbers
        if (!(high > low) || low < 1 || high > 1e11) {
            return;
        }
        Step step = step(high - low);
        ZonedDateTime at = step.first(Instant.ofEpochSecond((long) low).atZone(zone));
        while (at.toEpochSecond() <= high) {
            if (at.toEpochSecond() >= low) {
                marks.add((double) at.toEpochSecond());
            }
            at = at.plus(step.amount, step.unit);
        }
    }

    /// The length, as marks are sought before the node has its new width.
    private Step step(double span) {
        double wanted = span / Math.max(2, getLength() / MARK_WIDTH);
        for (Step step : Step.values()) {
            if (step.seconds >= wanted) {
                return step;
            }
        }
        return Step.YEAR;
    }

    @Override
    protected void calculateMinorTickValues(DoubleArrayList marks) {}

    @Override
    public String getTickMarkLabel(double value) {
        ZonedDateTime moment = Instant.ofEpochSecond((long) value).atZone(zone);
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        double span = getMax() - getMin();
        boolean midnight = moment.getHour() == 0 && moment.getMinute() == 0;
        if (!midnight) {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(moment);
        }
        String pattern = span > 200 * 86_400.0 ? "yMMM" : "MMMd";
        return DateTimeFormatter.ofLocalizedPattern(pattern).withLocale(locale).format(moment);
    }
}

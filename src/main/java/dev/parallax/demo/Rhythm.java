package dev.parallax.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// When the sample's sessions begin: thirty days with quiet nights, busy evenings and busier
/// weekends, in UTC.
final class Rhythm {
    static final Duration LENGTH = Duration.ofDays(30);

    /// No session begins later than this before the end, so that its views end in time: eight views
    /// with pauses of at most two minutes.
    private static final Duration LAST_CALL = Duration.ofMinutes(20);

    private static final double[] HOURS = {
        0.25, 0.15, 0.10, 0.08, 0.10, 0.20, 0.45, 0.70, 0.85, 0.95, 1.00, 1.05,
        1.10, 1.00, 0.95, 0.95, 1.00, 1.10, 1.30, 1.50, 1.55, 1.35, 0.95, 0.50
    };

    private final long from;
    private final double[] cumulative;
    private final double stepMillis;

    /// @param end of the thirty days
    Rhythm(Instant end) {
        from = end.minus(LENGTH).toEpochMilli();
        int steps = (int) LENGTH.toHours();
        stepMillis = (double) LENGTH.minus(LAST_CALL).toMillis() / steps;
        cumulative = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            Instant middle = Instant.ofEpochMilli(from + Math.round((i + 0.5) * stepMillis));
            cumulative[i + 1] =
                    cumulative[i] + weight(middle.atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
    }

    /// The moment by which this share of all sessions has begun, in epoch milliseconds.
    ///
    /// @param share from 0 to below 1
    long at(double share) {
        double target = share * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] <= target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double within = (target - cumulative[low]) / (cumulative[high] - cumulative[low]);
        return from + (long) ((low + within) * stepMillis);
    }

    private static double weight(LocalDateTime time) {
        double day =
                switch (time.getDayOfWeek()) {
                    case DayOfWeek.SATURDAY -> 1.12;
                    case DayOfWeek.SUNDAY -> 1.28;
                    case DayOfWeek.FRIDAY -> 0.92;
                    default -> 1;
                };
        return day * HOURS[time.getHour()];
    }
}

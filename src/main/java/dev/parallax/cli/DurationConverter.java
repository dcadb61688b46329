package dev.parallax.cli;

import dev.parallax.problem.ProblemException;
import dev.parallax.schedule.Schedule;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A length of time typed as `90s`, `10m` or `8h`.
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return Schedule.every(text) instanceof Schedule.Every(var length)
                    ? length
                    : Duration.ZERO;
        } catch (ProblemException refused) {
            throw new TypeConversionException(refused.problem().oneLine());
        }
    }
}

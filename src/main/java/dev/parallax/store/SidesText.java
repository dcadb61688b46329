package dev.parallax.store;

import dev.parallax.compare.RunsQuestion.Sides;
import dev.parallax.rum.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Which runs a comparison of runs is about, as texts: `revisions 3 4`, `newest-revisions`, `newest
/// 12`, or `windows` with four moments in milliseconds.
final class SidesText {
    private static final String REVISIONS = "revisions";
    private static final String NEWEST_REVISIONS = "newest-revisions";
    private static final String NEWEST = "newest";
    private static final String WINDOWS = "windows";

    private SidesText() {}

    static List<String> write(Sides sides) {
        return switch (sides) {
            case Sides.Revisions(var before, var after) -> texts(REVISIONS, before, after);
            case Sides.NewestRevisions() -> texts(NEWEST_REVISIONS);
            case Sides.Newest(var values) -> texts(NEWEST, values);
            case Sides.Windows(var before, var after) ->
                    texts(
                            WINDOWS,
                            before.from().toEpochMilli(),
                            before.to().toEpochMilli(),
                            after.from().toEpochMilli(),
                            after.to().toEpochMilli());
        };
    }

    private static List<String> texts(String kind, long... numbers) {
        return Stream.concat(Stream.of(kind), LongStream.of(numbers).mapToObj(Long::toString))
                .toList();
    }

    /// Empty for a kind this program does not know.
    static Optional<Sides> read(List<String> texts) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        long[] numbers = texts.stream().skip(1).mapToLong(Long::parseLong).toArray();
        return switch (texts.getFirst()) {
            case REVISIONS ->
                    Optional.of(
                            new Sides.Revisions(
                                    Math.toIntExact(numbers[0]), Math.toIntExact(numbers[1])));
            case NEWEST_REVISIONS -> Optional.of(new Sides.NewestRevisions());
            case NEWEST -> Optional.of(new Sides.Newest(Math.toIntExact(numbers[0])));
            case WINDOWS ->
                    Optional.of(
                            new Sides.Windows(
                                    window(numbers[0], numbers[1]),
                                    window(numbers[2], numbers[3])));
            default -> Optional.empty();
        };
    }

    private static TimeWindow window(long from, long to) {
        return new TimeWindow(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }
}

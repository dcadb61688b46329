package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.time.Instant;
import java.util.Random;

/// Page views made at random in memory, over thirty days, four to a session, with one device slower
/// than the others.
public final class MadePageViews {
    /// How they come.
    public enum Order {
        OF_TIME,
        ANY
    }

    public static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
    public static final Instant END = Instant.parse("2026-10-31T00:00:00Z");

    private static final String[] DEVICES = {"mobile", "mobile", "mobile", "desktop", "tablet"};

    private final Random random = new Random(1);
    private final int rows;
    private final Order order;
    private final RecordedPageViews recorded = new RecordedPageViews();

    private MadePageViews(int rows, Order order) {
        this.rows = rows;
        this.order = order;
    }

    public static PageViews of(int rows, Order order) {
        return new MadePageViews(rows, order).make();
    }

    private PageViews make() {
        var chunk = new Chunk();
        for (int row = 0; row < rows; row++) {
            fill(chunk, row, recorded.dictionaries());
            if (chunk.isFull() || row == rows - 1) {
                recorded.write(chunk);
                chunk.clear();
            }
        }
        recorded.finish(ImportRecord.of("made", rows));
        return recorded.open();
    }

    private void fill(Chunk chunk, int row, Dictionaries dictionaries) {
        int at = chunk.rows();
        long span = END.toEpochMilli() - BEGIN.toEpochMilli();
        int place = order == Order.OF_TIME ? row : random.nextInt(rows);
        chunk.times()[at] =
                BEGIN.toEpochMilli()
                        + span / rows * place
                        + random.nextInt((int) (span / rows) + 1);
        int device = random.nextInt(DEVICES.length);
        for (Metric metric : Metric.all()) {
            if (random.nextInt(10) > 0) {
                double slow = device < 3 ? 0.3 : 0;
                chunk.metric(metric)[at] = (int) Math.exp(random.nextGaussian() * 0.7 + 9.5 + slow);
            }
        }
        for (Dimension dimension : Dimension.all()) {
            int most = dimension == Dimension.COUNTRY || dimension == Dimension.RELEASE ? 60 : 3;
            String value = dimension + " " + (int) Math.abs(random.nextGaussian() * most);
            chunk.dimension(dimension)[at] = dictionaries.dimension(dimension).code(value);
        }
        chunk.dimension(Dimension.DEVICE)[at] =
                dictionaries.dimension(Dimension.DEVICE).code(DEVICES[device]);
        chunk.pages()[at] =
                dictionaries.pages().code("/page" + random.nextInt(40) + "/" + random.nextInt(500));
        chunk.sessions()[at] = (random.nextInt(rows / 4) + 1) * 0x9E3779B97F4A7C15L;
        chunk.rows(at + 1);
    }
}

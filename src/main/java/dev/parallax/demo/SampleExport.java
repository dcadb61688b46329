package dev.parallax.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Page views of the demo shop such as a RUM tool exports them. **They are simulated**: drawn from
/// a seeded model, which `docs/sample-export.md` describes. The same arguments give the same bytes
/// on every machine.
///
/// Written row by row in order of time; memory does not grow with the number of views.
///
/// @param views lines without the header, broken ones included
/// @param end of the thirty days the views span
public record SampleExport(long seed, int views, Instant end) {
    /// What the demo imports.
    public static final int DEFAULT_VIEWS = 200_000;

    private static final Duration SINCE_BAD_RELEASE = Duration.ofDays(7);

    public SampleExport {
        if (views < 1) {
            throw new IllegalArgumentException("views is not positive: " + views);
        }
    }

    /// The sample of the demo: 200,000 page views.
    public static SampleExport standard(Instant end) {
        return new SampleExport(1, DEFAULT_VIEWS, end);
    }

    /// Writes the views as CSV: UTF-8, a header, comma, LF. The file appears only when it is whole.
    public void writeCsv(Path file) throws IOException {
        whole(file, this::writeCsv);
    }

    /// Writes the views as CSV and leaves the stream open.
    public void writeCsv(OutputStream out) throws IOException {
        var csv = new SampleCsv(out);
        each(csv::add);
        csv.finish();
    }

    /// Writes the views as web-vitals beacons, see `SampleBeacons`. The file appears only when it
    /// is whole.
    public void writeWebVitals(Path file) throws IOException {
        whole(file, this::writeWebVitals);
    }

    /// Writes the views as web-vitals beacons and leaves the stream open.
    public void writeWebVitals(OutputStream out) throws IOException {
        var beacons = new SampleBeacons(out);
        each(beacons::add);
        beacons.finish();
    }

    /// Takes one view after the other.
    interface Receiver {
        void take(SampleView view) throws IOException;
    }

    /// Hands over all views, in order of time.
    void each(Receiver receiver) throws IOException {
        var model = new SampleModel(end.minus(SINCE_BAD_RELEASE).toEpochMilli());
        var rhythm = new Rhythm(end);
        int sessions = sessions();
        var pending =
                new PriorityQueue<>(
                        Comparator.comparingLong(SampleView::epochMillis)
                                .thenComparing(view -> view.session().id()));
        int left = views;
        for (int i = 0; i < sessions; i++) {
            var dice = new Dice(seed, i);
            int length = Math.min(left, SampleModel.length(dice));
            left -= length;
            long start = rhythm.at((i + dice.uniform()) / sessions);
            model.session(dice, start, length, pending::add);
            handOver(pending, start, receiver);
        }
        handOver(pending, Long.MAX_VALUE, receiver);
    }

    /// How many sessions it takes to have enough views.
    private int sessions() {
        int count = 0;
        for (int sum = 0; sum < views; count++) {
            sum += SampleModel.length(new Dice(seed, count));
        }
        return count;
    }

    private static void handOver(PriorityQueue<SampleView> pending, long before, Receiver receiver)
            throws IOException {
        SampleView next = pending.peek();
        while (next != null && next.epochMillis() < before) {
            receiver.take(next);
            pending.remove();
            next = pending.peek();
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static void whole(Path file, Writing writing) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                writing.to(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

package dev.parallax.report;

import static dev.parallax.report.JsonParts.members;
import static dev.parallax.report.JsonParts.orNull;

import dev.parallax.compare.LabSeries;
import dev.parallax.compare.OverTime;
import dev.parallax.rum.TimeBand;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The users along time with the lab's runs and notes, as JSON. Moments are seconds since the
/// epoch.
final class TimeJson {
    /// Of more runs in a column of the chart only the lowest and the highest are drawn, so that a
    /// million of them make no file larger and no spike is lost.
    private static final int COLUMNS = 1_200;

    private TimeJson() {}

    static Map<String, @Nullable Object> of(OverTime time) {
        Instant begin = time.bands().getFirst().from();
        Instant end = time.bands().getLast().to();
        return members(
                "zone",
                time.zone().normalized().equals(ZoneOffset.UTC) ? "UTC" : time.zone().getId(),
                "bands",
                time.bands().stream().map(TimeJson::band).toList(),
                "runs",
                runs(time.lab(), begin, end),
                "runCount",
                time.lab().values().length,
                "notes",
                time.notes().stream()
                        .filter(note -> !note.at().isBefore(begin) && note.at().isBefore(end))
                        .map(note -> members("at", seconds(note.at()), "text", note.text()))
                        .toList());
    }

    private static Map<String, @Nullable Object> band(TimeBand band) {
        return members(
                "from", seconds(band.from()),
                "to", seconds(band.to()),
                "views", band.views(),
                "p25", orNull(band.p25()),
                "p50", orNull(band.p50()),
                "p75", orNull(band.p75()),
                "p95", orNull(band.p95()));
    }

    /// Pairs of moment and value: those inside the users' time, of each column the lowest and the
    /// highest, in the order of time.
    static List<double[]> runs(LabSeries lab, Instant begin, Instant end) {
        long from = begin.toEpochMilli();
        double perColumn = (double) (end.toEpochMilli() - from) / COLUMNS;
        List<double[]> runs = new ArrayList<>();
        long column = -1;
        int low = -1;
        int high = -1;
        for (int run = 0; run < lab.millis().length; run++) {
            long at = lab.millis()[run];
            if (at < from || at >= end.toEpochMilli()) {
                continue;
            }
            long own = (long) ((at - from) / perColumn);
            if (own != column) {
                add(runs, lab, low, high);
                column = own;
                low = run;
                high = run;
            } else if (lab.values()[run] < lab.values()[low]) {
                low = run;
            } else if (lab.values()[run] > lab.values()[high]) {
                high = run;
            }
        }
        add(runs, lab, low, high);
        return runs;
    }

    private static void add(List<double[]> runs, LabSeries lab, int low, int high) {
        if (low >= 0) {
            runs.add(run(lab, Math.min(low, high)));
        }
        if (high != low) {
            runs.add(run(lab, Math.max(low, high)));
        }
    }

    private static double[] run(LabSeries lab, int run) {
        return new double[] {lab.millis()[run] / 1e3, lab.values()[run]};
    }

    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / 1e3;
    }
}

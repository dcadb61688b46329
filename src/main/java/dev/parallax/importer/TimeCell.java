package dev.parallax.importer;

import dev.parallax.importer.parquet.ColumnTaker.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Reads when page views began.
final class TimeCell implements Cell {
    private final MissingTexts missing;
    private final Tally tally;
    private final @Nullable ZoneId zone;
    private final TimesOfDay times = new TimesOfDay();
    private boolean zoneLookedAt;

    /// @param zone of times that do not say theirs; null for UTC, with a warning
    TimeCell(MissingTexts missing, Tally tally, @Nullable ZoneId zone) {
        this.missing = missing;
        this.tally = tally;
        this.zone = zone;
    }

    @Override
    public void read(char[] source, int from, int length, Draft draft) {
        int start = from;
        int end = from + length;
        while (start < end && source[start] <= ' ') {
            start++;
        }
        while (end > start && source[end - 1] <= ' ') {
            end--;
        }
        if (start == end) {
            return;
        }
        long time = times.parse(source, start, end - start);
        if (time == Times.UNREADABLE) {
            readWritten(source, start, end - start, draft);
        } else {
            boolean looks = zone != null || !zoneLookedAt;
            take(time, !looks || Times.hasZone(source, start, end - start), draft);
        }
    }

    @Override
    public void readTime(long millis, Zone said, Draft draft) {
        take(millis, said != Zone.NOT_SAID, draft);
    }

    /// Whether [#readTime] takes every plausible time as it is, and has nothing more to say.
    boolean isTakenAsSaid(Zone said) {
        return zoneLookedAt && (said != Zone.NOT_SAID || zone == null);
    }

    /// Whether a page can have been looked at then.
    static boolean isPlausible(long millis) {
        return millis >= Times.EARLIEST && millis < Times.LATEST;
    }

    private void readWritten(char[] source, int from, int length, Draft draft) {
        if (missing.contains(source, from, length)) {
            return;
        }
        WrittenTimes.Read written = WrittenTimes.parse(new String(source, from, length));
        if (written == null) {
            draft.refuse(Reason.TIME_UNREADABLE);
        } else {
            take(written.millis(), written.hasZone(), draft);
        }
    }

    private void take(long read, boolean hasZone, Draft draft) {
        if (!isPlausible(read)) {
            draft.refuse(Reason.TIME_IMPLAUSIBLE);
            return;
        }
        draft.time = hasZone || zone == null ? read : inZone(read, zone);
        draft.hasValue = true;
        if (!zoneLookedAt) {
            zoneLookedAt = true;
            if (!hasZone && zone == null) {
                tally.warn("Times have no zone; they were taken as UTC.");
            }
        }
    }

    /// What a clock in the zone shows at this moment, if UTC's shows what was read. An hour that
    /// the clock goes through twice is the first of the two.
    private static long inZone(long read, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(read), ZoneOffset.UTC);
        return local.atZone(zone).toInstant().toEpochMilli();
    }
}

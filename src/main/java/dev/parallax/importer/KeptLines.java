package dev.parallax.importer;

import dev.parallax.importer.privacy.LineScrubber;
import dev.parallax.rum.QuarantinedLine;
import java.util.ArrayList;
import java.util.List;

/// The first lines that could not be used, or not wholly, without what is private in them.
final class KeptLines {
    private final List<QuarantinedLine> lines = new ArrayList<>();
    private LineScrubber scrubber = new LineScrubber();

    /// What follows is scrubbed by this.
    void scrubBy(LineScrubber other) {
        scrubber = other;
    }

    /// Keeps the line of a record if there is room and its reader knows it.
    ///
    /// @param reason in a few words
    void keep(String reason, String file, Draft draft) {
        RawText source = draft.source;
        if (source != null && lines.size() < QuarantinedLine.MOST) {
            lines.add(new QuarantinedLine(reason, file, draft.line, scrubber.scrub(source.text())));
        }
    }

    /// At most [QuarantinedLine#MOST].
    List<QuarantinedLine> lines() {
        return lines;
    }
}

package dev.parallax.importer;

import dev.parallax.importer.join.Join;
import dev.parallax.importer.join.JoinCounts;
import dev.parallax.importer.join.Part;
import dev.parallax.importer.join.TextHashes;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.privacy.LineScrubber;
import dev.parallax.importer.privacy.Privacy;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import java.util.ArrayList;
import java.util.List;

/// Takes the records of all files of an import, one by one, and accounts for each.
final class Intake {
    private final Tally tally;
    private final Privacy privacy;
    private final Dictionaries dictionaries;
    private final Chunks chunks;
    private final TextHashes texts;
    private final Join join;
    private final Join.Feed feed;
    private final KeptLines kept = new KeptLines();
    private long unidentified;

    Intake(Tally tally, Conveyor conveyor, Dictionaries dictionaries, Join join, Privacy privacy) {
        this.tally = tally;
        this.dictionaries = dictionaries;
        this.privacy = privacy;
        this.chunks = new Chunks(conveyor, tally);
        this.texts = new TextHashes(dictionaries);
        this.join = join;
        this.feed = join.feed(texts);
    }

    Tally tally() {
        return tally;
    }

    /// The first lines that could not be used, or not wholly.
    List<QuarantinedLine> keptLines() {
        return kept.lines();
    }

    /// How lines that are kept are scrubbed from now on.
    void scrubLinesBy(LineScrubber scrubber) {
        kept.scrubBy(scrubber);
    }

    /// The cells that read records of this format into drafts for this intake.
    Cells cells(Mapping mapping) {
        return new Cells(mapping, dictionaries, tally, privacy);
    }

    /// Takes one record. The draft may be used again afterwards.
    void accept(Draft draft) {
        tally.read();
        Reason refusal = draft.refusal;
        if (refusal != null) {
            switch (refusal.kind()) {
                case REJECTED -> {
                    tally.reject(refusal, draft.line);
                    kept.keep(refusal.text(), tally.file(), draft);
                }
                case FILTERED -> tally.filter(refusal, draft.line);
            }
        } else if (!draft.hasValue) {
            tally.reject(Reason.EMPTY_RECORD, draft.line);
            kept.keep(Reason.EMPTY_RECORD.text(), tally.file(), draft);
        } else {
            countIgnored(draft);
            if (draft.identify(texts)) {
                unidentified++;
            }
            take(draft);
        }
    }

    private void take(Draft draft) {
        if (draft.identity == Part.NO_ID) {
            tally.imported();
            chunks.add(draft);
        } else {
            feed.add(draft);
        }
    }

    /// What had to be given up because the files have too many different texts, a sentence each.
    List<String> refusedTexts() {
        var sentences = new ArrayList<String>();
        if (dictionaries.pages().refused() > 0) {
            sentences.add(sentence("pages", "page", dictionaries.pages()));
        }
        for (Dimension dimension : Dimension.all()) {
            Dictionary values = dictionaries.dimension(dimension);
            if (values.refused() > 0) {
                sentences.add(sentence("values of " + dimension.key(), dimension.key(), values));
            }
        }
        return sentences;
    }

    private static String sentence(String many, String one, Dictionary full) {
        return "There are more than %,d %s; the %s of %,d page views is unknown for that."
                .formatted(full.size() - 1, many, one, full.refused());
    }

    private void countIgnored(Draft draft) {
        if (draft.hasReason()) {
            for (int metric = 0; metric < Draft.METRICS; metric++) {
                QuarantineReason reason = draft.reasons[metric];
                if (reason != null) {
                    tally.ignore(metric, reason, draft.line);
                    kept.keep(
                            Metric.all().get(metric).shortName() + " is " + reason.label(),
                            tally.file(),
                            draft);
                }
            }
        }
    }

    /// Joins what belongs together and sends off what is still waiting.
    void finish() {
        JoinCounts counts = join.finish(chunks::add);
        tally.joined(counts.imported(), counts.merged(), counts.duplicates());
        chunks.finish();
        if (unidentified > 0) {
            tally.warn(
                    "Page views cannot be told apart: %,d records name a metric but no page view; each metric is counted by itself."
                            .formatted(unidentified));
        }
    }
}

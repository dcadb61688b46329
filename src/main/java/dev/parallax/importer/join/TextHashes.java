package dev.parallax.importer.join;

import dev.parallax.metric.Dimension;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.QuarantineReason;
import java.util.Arrays;

/// Hashes of the texts behind codes. Codes are given out in order of appearance, so two imports of
/// the same files in another order have others; the hashes are the same. For one thread, and only
/// while no other one adds texts to the dictionaries.
public final class TextHashes {
    private final Column pages;
    private final Column[] dimensions = new Column[Part.DIMENSIONS];

    public TextHashes(Dictionaries dictionaries) {
        pages = new Column(dictionaries.pages());
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = new Column(dictionaries.dimension(Dimension.all().get(i)));
        }
    }

    /// The hash of the path of this code; 0 if it is unknown.
    public long page(int code) {
        return pages.of(code);
    }

    /// The hash of everything the record tells, but for its identity.
    long content(Part part) {
        long hash = Mixing.of(part.time, part.version);
        hash = Mixing.of(hash, part.began);
        hash = Mixing.of(hash, part.view);
        hash = Mixing.of(hash, part.session);
        hash = Mixing.of(hash, part.user);
        hash =
                Mixing.of(
                        hash, ((long) part.exclusion << 32) ^ Float.floatToRawIntBits(part.weight));
        hash = Mixing.of(hash, page(part.page));
        for (int i = 0; i < Part.METRICS; i++) {
            if (part.metrics[i] != Chunk.MISSING) {
                hash = Mixing.of(hash + i, part.metrics[i]);
            }
            if (part.metricIds[i] != Part.NO_ID) {
                hash = Mixing.of(hash - i, part.metricIds[i]);
            }
        }
        for (int i = 0; i < Part.DIMENSIONS; i++) {
            if (part.dimensions[i] != Dictionary.UNKNOWN) {
                hash = Mixing.of(hash + i, dimensions[i].of(part.dimensions[i]));
            }
        }
        return part.hasReason() ? Mixing.of(hash, quarantined(part)) : hash;
    }

    private static long quarantined(Part part) {
        long hash = 0;
        for (int i = 0; i < Part.METRICS; i++) {
            QuarantineReason reason = part.reasons[i];
            if (reason != null) {
                hash = Mixing.of(hash + i, part.quarantined[i] * 31 + reason.code());
            }
        }
        return hash;
    }

    /// The hashes of one dictionary, each worked out once.
    private static final class Column {
        private final Dictionary dictionary;
        private long[] hashes = new long[16];
        private int known = 1;

        Column(Dictionary dictionary) {
            this.dictionary = dictionary;
        }

        long of(int code) {
            if (code >= known) {
                learn(code);
            }
            return hashes[code];
        }

        private void learn(int last) {
            if (last >= hashes.length) {
                hashes = Arrays.copyOf(hashes, Math.max(last + 1, hashes.length * 2));
            }
            for (; known <= last; known++) {
                hashes[known] = hash(dictionary.text(known));
            }
        }

        private static long hash(String text) {
            long hash = text.length();
            for (int i = 0; i < text.length(); i++) {
                hash = Mixing.of(hash, text.charAt(i));
            }
            return hash;
        }
    }
}

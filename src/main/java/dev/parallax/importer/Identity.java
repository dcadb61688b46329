package dev.parallax.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What tells a page view from all others where it takes several texts to do so. If one of them is
/// missing there is no identity.
final class Identity {
    private final List<Integer> parts = new ArrayList<>();
    private long[] hashes = new long[4];

    /// A further text of the identity.
    Cell part(MissingTexts missing) {
        int part = parts.size();
        parts.add(part);
        hashes = Arrays.copyOf(hashes, Math.max(hashes.length, part + 1));
        return (text, from, length, _) -> {
            if (hashes[part] == 0 && !missing.contains(text, from, length)) {
                hashes[part] = Hash.of(text, from, length);
            }
        };
    }

    void clear() {
        Arrays.fill(hashes, 0);
    }

    void writeTo(Draft draft) {
        if (parts.isEmpty() || draft.view != Draft.NO_ID) {
            return;
        }
        long joined = 0;
        for (int part : parts) {
            if (hashes[part] == 0) {
                return;
            }
            joined = Hash.of(joined, hashes[part]);
        }
        draft.identity = joined;
    }
}

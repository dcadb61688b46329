package dev.parallax.importer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.settings.PseudonymKey;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class KeyedHashTest {
    private final KeyedHash hash = new KeyedHash(new PseudonymKey(1, 2));

    @Test
    void anIdHasOnePseudonymHoweverItComes() {
        char[] row = "a,  session-4711 ,b".toCharArray();

        assertThat(hash.of(row, 2, 15))
                .isEqualTo(hash.of("session-4711"))
                .isEqualTo(hash.of("session-4711\n"));
    }

    @Test
    void anotherKeyGivesAnotherPseudonym() {
        assertThat(new KeyedHash(new PseudonymKey(1, 3)).of("session-4711"))
                .isNotEqualTo(hash.of("session-4711"));
        assertThat(new KeyedHash(new PseudonymKey(2, 2)).of("session-4711"))
                .isNotEqualTo(hash.of("session-4711"));
    }

    @Test
    void noIdHasNoPseudonym() {
        assertThat(hash.of("")).isEqualTo(KeyedHash.NONE);
        assertThat(hash.of("  \t")).isEqualTo(KeyedHash.NONE);
    }

    @Test
    void idsOfOneKindDoNotShareOne() {
        var seen = new HashSet<Long>();
        for (int i = 0; i < 200_000; i++) {
            seen.add(hash.of("user-" + i));
        }
        assertThat(seen).hasSize(200_000).doesNotContain(KeyedHash.NONE);
    }
}

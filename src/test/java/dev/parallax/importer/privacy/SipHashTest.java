package dev.parallax.importer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SipHashTest {
    private static final long LOW = 0x0706050403020100L;
    private static final long HIGH = 0x0f0e0d0c0b0a0908L;

    /// The authors' own vectors (`vectors.h` of the reference implementation): key 00 01 … 0f,
    /// message 00 01 … of 0 to 15 bytes; here the bytes of each result as one number, the first one
    /// lowest. The last one is also in appendix A of the paper.
    private static final List<Long> PUBLISHED =
            List.of(
                    0x726fdb47dd0e0e31L,
                    0x74f839c593dc67fdL,
                    0x0d6c8009d9a94f5aL,
                    0x85676696d7fb7e2dL,
                    0xcf2794e0277187b7L,
                    0x18765564cd99a68dL,
                    0xcbc9466e58fee3ceL,
                    0xab0200f58b01d137L,
                    0x93f5f5799a932462L,
                    0x9e0082df0ba9e4b0L,
                    0x7a5dbbc594ddb9f3L,
                    0xf4b32f46226bada7L,
                    0x751e8fbc860ee5fbL,
                    0x14ea5627c0843d90L,
                    0xf723ca908e7af2eeL,
                    0xa129ca6149be45e5L);

    private static final long PUBLISHED_63 = 0x958a324ceb064572L;

    private final SipHash hash = new SipHash();

    @Test
    void givesThePublishedResults() {
        for (int length = 0; length < PUBLISHED.size(); length++) {
            assertThat(of(counting(length)))
                    .as("%d bytes", length)
                    .isEqualTo(PUBLISHED.get(length));
        }
        assertThat(of(counting(63))).isEqualTo(PUBLISHED_63);
    }

    @Test
    void hashesTheUtf8FormWhateverTheLetters() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(of(text)).as(text).isEqualTo(ofBytes(bytes));
        }
    }

    @Test
    void tellsHalvesOfPairsApart() {
        assertThat(of("\ud83d")).isNotEqualTo(of("\ude00")).isNotEqualTo(of("?"));
    }

    @Test
    void readsOnlyItsPartOfTheArray() {
        char[] around = "abcdefgh4711-aéxyz".toCharArray();
        assertThat(hash.of(LOW, HIGH, around, 8, 7)).isEqualTo(of("4711-aé"));
    }

    private long of(String text) {
        return hash.of(LOW, HIGH, text.toCharArray(), 0, text.length());
    }

    private static String counting(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) i);
        }
        return text.toString();
    }

    private static String text(Random random) {
        int[] points =
                random.ints(random.nextInt(40), 0, 4)
                        .map(kind ->
                                switch (kind) {
                                    case 0 -> 'a' + random.nextInt(26);
                                    case 1 -> 0x80 + random.nextInt(0x700);
                                    case 2 -> 0x4e00 + random.nextInt(0x1000);
                                    default -> 0x1f600 + random.nextInt(0x40);
                                })
                        .toArray();
        return new String(points, 0, points.length);
    }

    /// The algorithm once more, straight from section 2.2 of the paper, over bytes.
    private static long ofBytes(byte[] message) {
        long[] v = {
            LOW ^ 0x736f6d6570736575L,
            HIGH ^ 0x646f72616e646f6dL,
            LOW ^ 0x6c7967656e657261L,
            HIGH ^ 0x7465646279746573L
        };
        int words = message.length / 8 + 1;
        for (int w = 0; w < words; w++) {
            long m = w == words - 1 ? (long) message.length << 56 : 0;
            for (int i = 0; i < 8 && w * 8 + i < message.length; i++) {
                m |= (message[w * 8 + i] & 0xffL) << (8 * i);
            }
            v[3] ^= m;
            rounds(v, 2);
            v[0] ^= m;
        }
        v[2] ^= 0xff;
        rounds(v, 4);
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void rounds(long[] v, int count) {
        for (int i = 0; i < count; i++) {
            v[0] += v[1];
            v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
            v[0] = Long.rotateLeft(v[0], 32);
            v[2] += v[3];
            v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
            v[0] += v[3];
            v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
            v[2] += v[1];
            v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
            v[2] = Long.rotateLeft(v[2], 32);
        }
    }
}

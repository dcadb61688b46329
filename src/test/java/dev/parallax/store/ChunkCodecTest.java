package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdException;
import dev.parallax.rum.Chunk;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChunkCodecTest {
    private static final int[] SIZES = {1, 2, 255, 256, 1000, Chunk.CAPACITY};

    private final Random random = new Random(11);
    private final ChunkCodec codec = new ChunkCodec();

    @AfterEach
    void close() {
        codec.close();
    }

    @Test
    void intsComeBack() {
        for (int rows : SIZES) {
            intsComeBack(rows, () -> 7);
            intsComeBack(rows, () -> Chunk.MISSING);
            intsComeBack(rows, () -> random.nextBoolean() ? Chunk.MISSING : 42);
            intsComeBack(rows, () -> random.nextInt(2));
            intsComeBack(rows, () -> 1_000_000 + random.nextInt(255));
            intsComeBack(rows, () -> 1_000_000 + random.nextInt(256));
            intsComeBack(rows, () -> random.nextInt(65_535));
            intsComeBack(rows, () -> random.nextInt(65_536));
            intsComeBack(
                    rows, () -> random.nextInt(10) == 0 ? Chunk.MISSING : random.nextInt(600_000));
            intsComeBack(rows, () -> random.nextInt() >>> 1);
            intsComeBack(rows, () -> random.nextBoolean() ? 0 : Integer.MAX_VALUE);
        }
    }

    private void intsComeBack(int rows, IntSupplier source) {
        var entries = new int[Chunk.CAPACITY];
        Arrays.setAll(entries, _ -> source.getAsInt());
        var decoded = new int[Chunk.CAPACITY];
        codec.decode(codec.encode(entries, rows), decoded, rows);
        assertThat(Arrays.copyOf(decoded, rows)).isEqualTo(Arrays.copyOf(entries, rows));
    }

    @Test
    void timesComeBack() {
        for (int rows : SIZES) {
            timesComeBack(rows, () -> Chunk.NO_TIME);
            timesComeBack(rows, () -> 1_790_000_000_000L);
            timesComeBack(rows, () -> 1_790_000_000_000L + random.nextInt(60_000));
            timesComeBack(
                    rows, () -> random.nextInt(9) == 0 ? Chunk.NO_TIME : random.nextLong(1L << 33));
            timesComeBack(rows, () -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE + 1);
            timesComeBack(rows, random::nextLong);
        }
    }

    private void timesComeBack(int rows, LongSupplier source) {
        var entries = new long[Chunk.CAPACITY];
        Arrays.setAll(entries, _ -> source.getAsLong());
        var decoded = new long[Chunk.CAPACITY];
        codec.decodeTimes(codec.encodeTimes(entries, rows), decoded, rows);
        assertThat(Arrays.copyOf(decoded, rows)).isEqualTo(Arrays.copyOf(entries, rows));
    }

    @Test
    void sessionsComeBack() {
        for (int rows : SIZES) {
            sessionsComeBack(rows, () -> Chunk.NO_SESSION);
            sessionsComeBack(rows, () -> random.nextLong(4));
            sessionsComeBack(rows, () -> random.nextLong(20_000) * 0x9E3779B97F4A7C15L);
            sessionsComeBack(rows, random::nextLong);
        }
    }

    private void sessionsComeBack(int rows, LongSupplier source) {
        var entries = new long[Chunk.CAPACITY];
        Arrays.setAll(entries, _ -> source.getAsLong());
        var decoded = new long[Chunk.CAPACITY];
        codec.decodeSessions(codec.encodeSessions(entries, rows), decoded, rows);
        assertThat(Arrays.copyOf(decoded, rows)).isEqualTo(Arrays.copyOf(entries, rows));
    }

    @Test
    void packsWhatGetsSmallerAndLeavesTheRest() {
        var entries = new int[Chunk.CAPACITY];
        Arrays.setAll(entries, i -> i % 7);
        EncodedColumn regular = codec.encode(entries, entries.length);
        assertThat(regular.packing()).isEqualTo(EncodedColumn.Packing.ZSTD);
        assertThat(regular.data()).hasSizeLessThan(entries.length / 10);
        Arrays.setAll(entries, _ -> random.nextInt(255));
        EncodedColumn noise = codec.encode(entries, entries.length);
        assertThat(noise.packing()).isEqualTo(EncodedColumn.Packing.PLAIN);
        assertThat(noise.data()).hasSize(entries.length);
    }

    @Test
    void constantColumnTakesNoBytes() {
        var entries = new int[Chunk.CAPACITY];
        Arrays.fill(entries, 12);
        assertThat(codec.encode(entries, entries.length).data()).isEmpty();
    }

    @Test
    void noticesDamage() {
        var entries = new int[Chunk.CAPACITY];
        Arrays.setAll(entries, _ -> (int) Math.exp(random.nextGaussian() + 8));
        EncodedColumn column = codec.encode(entries, entries.length);
        assertThat(column.packing()).isEqualTo(EncodedColumn.Packing.ZSTD);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = column.data().clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            var broken =
                    new EncodedColumn(
                            column.smallest(),
                            column.largest(),
                            column.rawLength(),
                            column.packing(),
                            damaged);
            var decoded = new int[Chunk.CAPACITY];
            assertThatThrownBy(() -> codec.decode(broken, decoded, entries.length))
                    .isInstanceOf(ZstdException.class);
        }
    }
}

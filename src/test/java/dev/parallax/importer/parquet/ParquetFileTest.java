package dev.parallax.importer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.importer.source.Packed;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParquetFileTest {
    private static final String EVERY_TYPE =
            """
            SELECT * FROM (VALUES
              ('über 😀', 1::INT, 9007199254740993::BIGINT, 1.5::DOUBLE, 0.1::FLOAT, 12.25::DECIMAL(9,2),
               -12345678901234567890.5::DECIMAL(38,1), true, DATE '2026-11-01',
               TIMESTAMP '2026-11-01 01:02:03.456789', TIMESTAMPTZ '1969-12-31 23:59:59.9999+00',
               TIMESTAMP_NS '2026-11-01 01:02:03.1', TIMESTAMP_MS '2026-11-01 01:02:03.4',
               200::UTINYINT, 4000000000::UINTEGER, 18446744073709551615::UBIGINT,
               '00000000-1111-2222-3333-444444444444'::UUID, {'id':'v1','in':{'x':7}}),
              (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
               NULL, NULL, NULL),
              ('', -1, -1, 'nan'::DOUBLE, 3e10::FLOAT, -1, 1, false, NULL, NULL, NULL, NULL, NULL, 1, 1, 1,
               NULL, {'id':NULL,'in':NULL}))
            t(s, i, l, d, f, dec, big, b, day, ts, tz, ns, ms, u8, u32, u64, uuid, st)
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", COMPRESSION zstd",
                ", COMPRESSION snappy",
                ", COMPRESSION gzip",
                ", COMPRESSION uncompressed",
                ", PARQUET_VERSION v2"
            })
    void tellsValuesOfEveryType(String options) {
        Path file = Duck.write(folder.resolve("x.parquet"), EVERY_TYPE, options);
        assertThat(rows(file))
                .containsExactly(
                        List.of(
                                "1",
                                "s=über 😀",
                                "i=1",
                                "l=9007199254740993",
                                "d=1.5",
                                "f=0.1",
                                "dec=12.25",
                                "big=-1.2345678901234567E19",
                                "b=true",
                                "day=2026-11-01T00:00:00Z NOT_SAID",
                                "ts=2026-11-01T01:02:03.456Z NOT_SAID",
                                "tz=1969-12-31T23:59:59.999Z UTC",
                                "ns=2026-11-01T01:02:03.100Z NOT_SAID",
                                "ms=2026-11-01T01:02:03.400Z NOT_SAID",
                                "u8=200",
                                "u32=4000000000",
                                "u64=18446744073709551615",
                                "uuid=00000000-1111-2222-3333-444444444444",
                                "st.id=v1",
                                "st.in.x=7"),
                        List.of("2"),
                        List.of(
                                "3",
                                "s=",
                                "i=-1",
                                "l=-1",
                                "d=NaN",
                                "f=3.0E10",
                                "dec=-1.0",
                                "big=1.0",
                                "b=false",
                                "u8=1",
                                "u32=1",
                                "u64=1"));
    }

    @Test
    void listsAndMapsAreNested() {
        Path file =
                Duck.write(
                        folder.resolve("x.parquet"),
                        "SELECT 1 AS lcp, [1, 2] AS list, MAP {'k': 'v'} AS map, [{'key': 'k', 'value': 1}] AS params, TIME '01:02:03' AS clock",
                        "");
        try (ParquetFile parquet = ParquetFile.open(file, "x")) {
            assertThat(parquet.columns()).containsExactly("lcp");
            assertThat(parquet.nested()).containsExactly("list", "map", "params", "clock");
        }
    }

    @Test
    void readsManyRowGroupsInOrder() {
        Path file =
                Duck.write(
                        folder.resolve("x.parquet"),
                        "SELECT i, CASE WHEN i % 3 = 0 THEN NULL ELSE 'text ' || (i % 1000) END AS s FROM range(50000) t(i)",
                        ", ROW_GROUP_SIZE 10000");
        List<List<String>> rows = rows(file);
        assertThat(rows).hasSize(50_000);
        for (int i = 0; i < rows.size(); i++) {
            List<String> expected =
                    i % 3 == 0
                            ? List.of("" + (i + 1), "i=" + i)
                            : List.of("" + (i + 1), "i=" + i, "s=text " + i % 1000);
            assertThat(rows.get(i)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4_raw", "brotli"})
    void refusesOtherCompression(String codec) {
        Path file =
                Duck.write(
                        folder.resolve("x.parquet"),
                        "SELECT i AS lcp FROM range(1000) t(i)",
                        ", COMPRESSION " + codec);
        assertThatThrownBy(() -> ParquetFile.open(file, "x.parquet"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "its columns are compressed with "
                                + codec.toUpperCase(Locale.ROOT)
                                + ", which is not read");
    }

    @Test
    void oldTimestampsAreNanosecondsOfAJulianDay() {
        byte[] bytes =
                ByteBuffer.allocate(13)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 0)
                        .putLong(3_723_004_000_000L)
                        .putInt(2_440_588 + 20_758)
                        .array();
        assertThat(Instant.ofEpochMilli(BinaryColumn.oldTime(bytes, 1)))
                .isEqualTo("2026-11-01T01:02:03.004Z");
    }

    @Test
    void brokenFilesAreOneClearError() throws IOException {
        byte[] good = good();
        for (byte[] bad :
                List.of(
                        Packed.bytes("PAR1"),
                        Packed.bytes("PAR1PAR1"),
                        Arrays.copyOf(good, good.length - 1),
                        Arrays.copyOf(good, good.length / 2),
                        withFooterLength(good, 0),
                        withFooterLength(good, -1),
                        withFooterLength(good, Integer.MAX_VALUE),
                        withFooterLength(good, good.length))) {
            Path file = Files.write(folder.resolve("bad.parquet"), bad);
            assertThatThrownBy(() -> rows(file))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(refused.problem().code())
                                            .isEqualTo("import-broken-parquet"));
        }
    }

    @Test
    void damagedFilesNeverDoMoreThanBeRefused() throws IOException {
        damage(300);
    }

    @Test
    @Tag("faults")
    void damagedFilesNeverDoMoreThanBeRefusedForLong() throws IOException {
        damage(20_000);
    }

    private void damage(int times) throws IOException {
        byte[] good = good();
        var random = new Random(5);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            byte[] bad = good.clone();
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                // most of what can go wrong is in the footer
                int from = random.nextBoolean() ? Math.max(0, bad.length - 900) : 0;
                int at = from + random.nextInt(bad.length - from);
                bad[at] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("bad.parquet"), bad);
            try {
                rows(file);
            } catch (ProblemException expected) {
                assertThat(expected.problem().code()).startsWith("import-");
                refused++;
            }
        }
        assertThat(refused).isBetween(times / 10, times);
    }

    private byte[] good() throws IOException {
        return Files.readAllBytes(
                Duck.write(
                        folder.resolve("good.parquet"),
                        "SELECT i AS lcp, 'page ' || (i % 7) AS page, i / 3 AS cls FROM range(400) t(i)",
                        ", COMPRESSION zstd"));
    }

    private static byte[] withFooterLength(byte[] good, int length) {
        byte[] bad = good.clone();
        ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putInt(bad.length - 8, length);
        return bad;
    }

    /// Every row as its number and the values it has.
    private static List<List<String>> rows(Path file) {
        var told = new ArrayList<List<String>>();
        try (ParquetFile parquet = ParquetFile.open(file, "x.parquet")) {
            var takers = new LinkedHashMap<String, ColumnTaker>();
            for (String column : parquet.columns()) {
                takers.put(column, new Told(column, told));
            }
            parquet.read(
                    takers,
                    new RowTaker() {
                        @Override
                        public void begin(long row) {
                            told.add(new ArrayList<>(List.of(Long.toString(row))));
                        }

                        @Override
                        public void end() {}
                    },
                    Long.MAX_VALUE,
                    _ -> {});
        }
        return told;
    }

    private record Told(String name, List<List<String>> rows) implements ColumnTaker {
        private void add(String value) {
            rows.getLast().add(name + "=" + value);
        }

        @Override
        public int text(char[] text, int from, int length) {
            String told = new String(text, from, length);
            add(told);
            // short ones are remembered, the others told each time
            return told.startsWith("text ") && told.length() == 7
                    ? Integer.parseInt(told.substring(5))
                    : 0;
        }

        @Override
        public void again(int code) {
            add("text " + code);
        }

        @Override
        public void number(double number) {
            add(Double.toString(number));
        }

        @Override
        public void number(long number) {
            add(Long.toString(number));
        }

        @Override
        public void time(long millis, Zone zone) {
            add(Instant.ofEpochMilli(millis) + " " + zone);
        }
    }
}

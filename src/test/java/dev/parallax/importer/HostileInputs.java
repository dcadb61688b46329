package dev.parallax.importer;

import dev.parallax.importer.parquet.Duck;
import dev.parallax.importer.source.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Makes files that do harm out of small sound ones of every format, the same for the same seed.
final class HostileInputs {
    private static final int MOST_REPEATS = 2_000;
    private static final int DEEP = 20_000;

    /// Beginnings that say what the rest is not.
    private static final List<byte[]> MAGIC =
            List.of(
                    latin("PK\u0003\u0004"),
                    latin("PAR1"),
                    latin("\u001f\u008b\u0008\0\0\0\0\0\0\u0003"),
                    latin("(\u00b5/\u00fd\u0004\0"),
                    latin("\u00ff\u00fe"),
                    latin("\u00fe\u00ff"),
                    latin("\u00ef\u00bb\u00bf"),
                    latin("SQLite format 3\0"),
                    latin("BZh9"));

    /// What breaks parsers wherever it stands.
    private static final List<byte[]> PIECES =
            List.of(
                    latin("\0"),
                    latin("\u00c3("),
                    latin("\u00ff\u00ff"),
                    latin("\u00ed\u00a0\u0080"),
                    latin("\""),
                    latin("\"\""),
                    latin("\\"),
                    latin("\\u12"),
                    latin("\r"),
                    latin("\n\n"),
                    latin("1e999999999"),
                    latin("-0.0000000000000000000000000000000000000001"),
                    latin("9".repeat(4_000)),
                    latin("NaN"),
                    latin("18446744073709551616"),
                    latin("%%%00%zz&="),
                    latin("[".repeat(DEEP)),
                    latin("{\"a\":".repeat(DEEP)),
                    latin("}]".repeat(50)),
                    latin(",".repeat(5_000)),
                    latin("a=\"".repeat(300)),
                    latin("null"));

    private static final String PARQUET_ROWS =
            """
            SELECT TIMESTAMP '2026-11-23 12:00:00' + to_seconds(i) AS ts, '/p/' || (i % 7) AS page,
                   CASE WHEN i % 3 = 0 THEN NULL ELSE 900.5 + i END AS lcp_ms, 0.1::FLOAT AS cls,
                   {'name': 'mobile', 'n': i} AS device
              FROM range(40) t(i)
            """;

    private final Map<String, byte[]> sound = new TreeMap<>();

    HostileInputs() {
        String time = "2026-11-23T12:00:00Z";
        sound(
                "csv",
                "ts,page,device,session,lcp_ms,cls\n"
                        + (time + ",\"/a \"\"b\"\"\",mobile,s1,1000,0.1\n").repeat(12));
        sound("tsv", "time\turl\tlcp\n" + "1795380331629\thttps://a.example/x\t1200\n".repeat(12));
        sound(
                "web-vitals",
                "{\"name\":\"LCP\",\"value\":1000.5,\"id\":\"v6-1795380331629-1\",\"url\":\"/\",\"entries\":[{\"a\":null}]}\n"
                        .repeat(8));
        sound("array", "[" + "{\"url\":\"/x\",\"lcp\":1000,\"cls\":\"0.1\"},\n".repeat(8) + "{}]");
        sound(
                "datadog",
                "{\"data\":[{\"type\":\"rum\",\"attributes\":{\"timestamp\":\""
                        + time
                        + "\",\"attributes\":{\"type\":\"view\",\"_dd\":{\"document_version\":3},\"view\":{\"id\":\"a\",\"url\":\"https://a.example/x\",\"largest_contentful_paint\":1200000000}}}}]}\n");
        sound(
                "elastic",
                "{\"_source\":{\"@timestamp\":\""
                        + time
                        + "\",\"processor\":{\"event\":\"transaction\"},\"transaction\":{\"id\":\"a\",\"type\":\"page-load\",\"marks\":{\"agent\":{\"largestContentfulPaint\":900}}},\"url\":{\"full\":\"https://a.example/\"}}}\n");
        sound(
                "faro",
                "{\"meta\":{\"app\":{\"name\":\"a\"},\"session\":{\"id\":\"s\"},\"page\":{\"url\":\"https://a.example/\"}},\"measurements\":[{\"type\":\"web-vitals\",\"values\":{\"lcp\":900},\"timestamp\":\""
                        + time
                        + "\"}]}\n");
        sound(
                "logfmt",
                ("timestamp="
                                + time
                                + " kind=measurement type=web-vitals lcp=1234.5 page_url=\"https://a.example/\\\"x\"\n")
                        .repeat(8));
        sound(
                "otlp",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"a\",\"name\":\"documentLoad\",\"startTimeUnixNano\":\"1795380331629000000\",\"attributes\":[{\"key\":\"url.full\",\"value\":{\"stringValue\":\"https://a.example/\"}}],\"events\":[{\"name\":\"fetchStart\",\"timeUnixNano\":\"1795380331629000000\"},{\"name\":\"loadEventEnd\",\"timeUnixNano\":\"1795380332629000000\"}]}]}]}]}\n");
        sound(
                "adobe",
                "{\"rumBundles\":[{\"id\":\"a\",\"time\":\""
                        + time
                        + "\",\"url\":\"https://a.example/\",\"userAgent\":\"bot\",\"weight\":100,\"events\":[{\"checkpoint\":\"cwv-lcp\",\"value\":900}]}]}\n");
        sound(
                "sentry",
                "{\"type\":\"transaction\",\"contexts\":{\"trace\":{\"op\":\"pageload\"}},\"start_timestamp\":1795380331.5,\"measurements\":{\"lcp\":{\"value\":900,\"unit\":\"millisecond\"}},\"transaction\":\"/x\"}\n");
        sound(
                "boomerang",
                "1.2.3.4 - - [23/Nov/2026:12:00:00 +0000] \"GET /beacon?u=https%3A%2F%2Fa.example%2F&rt.start=navigation&t_done=835&nt_nav_st=1795380331629&nt_res_st=1795380331700&pid=a&n=1 HTTP/1.1\" 204 0 \"-\" \"Mozilla/5.0\"\n"
                        .repeat(6));
        sound(
                "post-bodies",
                "u=https%3A%2F%2Fa.example%2F&rt.start=navigation&t_done=835&nt_nav_st=1795380331629&nt_res_st=1795380331700&pid=a&n=1\n"
                        .repeat(6));
        sound(
                "json-table",
                "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"timestamp\",\"type\":\"datetime\"},{\"name\":\"url\",\"type\":\"string\"},{\"name\":\"itemType\",\"type\":\"string\"},{\"name\":\"totalDuration\",\"type\":\"real\"},{\"name\":\"customMeasurements\",\"type\":\"dynamic\"}],\"rows\":["
                        + ("[\""
                                        + time
                                        + "\",\"https://a.example/\",\"browserTiming\",812.5,\"{\\\"LCP\\\":900}\"],")
                                .repeat(7)
                        + "[null,null,null,5,null]]}]}");
        chromeReport();
        byte[] csv = sound.get("csv");
        sound.put("zip", Packed.zip(new TreeMap<>(Map.of("a/b.csv", csv, "c.csv", csv))));
        sound.put("zst", Packed.zstd(csv));
        sound.put("parquet", parquet(""));
        sound.put("parquet-plain", parquet(", COMPRESSION uncompressed, PARQUET_VERSION v2"));
    }

    private static byte[] parquet(String options) {
        try {
            Path file = Files.createTempFile("views", ".parquet");
            try {
                return Files.readAllBytes(Duck.write(file, PARQUET_ROWS, options));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void chromeReport() {
        String days =
                "{\"firstDate\":{\"year\":2026,\"month\":10,\"day\":5},\"lastDate\":{\"year\":2026,\"month\":11,\"day\":1}}";
        sound(
                "crux-answer",
                "{\"record\":{\"key\":{\"url\":\"https://a.example/x?y=z\",\"formFactor\":\"PHONE\"},\"metrics\":{\"largest_contentful_paint\":{\"histogram\":[{\"start\":0,\"end\":2500,\"density\":0.7},{\"start\":2500,\"density\":0.3}],\"percentiles\":{\"p75\":2600}},\"form_factors\":{\"fractions\":{\"phone\":1}}},\"collectionPeriod\":"
                        + days
                        + "}}\n");
        sound(
                "crux-history",
                "{\"record\":{\"key\":{\"origin\":\"https://a.example\"},\"metrics\":{\"cumulative_layout_shift\":{\"histogramTimeseries\":[{\"start\":\"0.00\",\"end\":\"0.10\",\"densities\":[0.9,\"NaN\"]},{\"start\":\"0.10\",\"densities\":[0.1,\"NaN\"]}],\"percentilesTimeseries\":{\"p75s\":[\"0.05\",null]}}},\"collectionPeriods\":["
                        + days
                        + ","
                        + days
                        + "]}}\n");
        sound(
                "crux-table",
                "yyyymm,origin,device,fast_lcp,avg_lcp,slow_lcp,p75_lcp\n"
                        + "202601,https://a.example,phone,0.3,0.2,0.1,3100\n".repeat(8));
        sound(
                "crux-raw",
                "{\"yyyymm\":\"202601\",\"origin\":\"https://a.example\",\"form_factor\":{\"name\":\"phone\"},\"largest_contentful_paint\":{\"histogram\":{\"bin\":[{\"start\":\"0\",\"end\":\"100\",\"density\":0.1},{\"start\":\"100\",\"end\":null,\"density\":0.2}]}}}\n"
                        .repeat(4));
    }

    private void sound(String name, String text) {
        sound.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The files nothing is wrong with, by name.
    Map<String, byte[]> sound() {
        return sound;
    }

    /// A file that has something wrong with it.
    byte[] of(long seed) {
        var random = new Random(seed);
        var files = new ArrayList<>(sound.values());
        byte[] bytes = files.get((int) Math.floorMod(seed, (long) files.size()));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, random);
        }
        return packed(bytes, random);
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(Math.min(200, bytes.length - from) + 1);
        byte[] begin = Arrays.copyOf(bytes, from);
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        byte[] end = Arrays.copyOfRange(bytes, to, bytes.length);
        return switch (random.nextInt(9)) {
            case 0 -> begin;
            case 1 -> flipped(bytes, random);
            case 2 -> Packed.joined(begin, repeated(piece, random.nextInt(MOST_REPEATS)), end);
            case 3 -> Packed.joined(begin, end);
            case 4 -> Packed.joined(begin, one(PIECES, random), end);
            case 5 -> Packed.joined(begin, one(PIECES, random), piece, end);
            case 6 -> Packed.joined(one(MAGIC, random), bytes);
            case 7 -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
            default -> Packed.joined(end, piece, begin);
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i <= random.nextInt(16); i++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /// Some of the files are packed, and some of the packages are damaged.
    private static byte[] packed(byte[] bytes, Random random) {
        int way = random.nextInt(8);
        byte[] packed =
                switch (way) {
                    case 0 -> Packed.gzip(bytes);
                    case 1 -> Packed.zip(Map.of("a.csv", bytes, "b.csv", bytes));
                    case 2 -> Packed.zstd(bytes);
                    default -> bytes;
                };
        return way <= 2 && random.nextBoolean() ? changed(packed, random) : packed;
    }

    private static byte[] repeated(byte[] piece, int times) {
        byte[][] parts = new byte[times][];
        Arrays.fill(parts, piece);
        return Packed.joined(parts);
    }

    private static byte[] one(List<byte[]> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

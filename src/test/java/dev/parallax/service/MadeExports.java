package dev.parallax.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes files that an import reads, the same for the same seed.
final class MadeExports {
    static final String HEADER = "ts,page,device,country,session,lcp_ms,inp_ms,cls\n";

    private static final List<String> DEVICES = List.of("desktop", "mobile", "tablet", "");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "JP", "BR", "");
    private static final List<String> METRICS = List.of("LCP", "CLS", "INP", "FCP", "TTFB");
    private static final int PAGES = 300;
    private static final long FIRST = 1_793_491_200_000L;

    private MadeExports() {}

    /// CSV without identity: a row is a page view.
    static void csv(Path file, int rows, long seed) {
        var random = new Random(seed);
        write(
                file,
                writer -> {
                    writer.write(HEADER);
                    for (int i = 0; i < rows; i++) {
                        writer.write(row(random));
                    }
                });
    }

    /// A row of such a file. No two rows of many are the same.
    static String row(Random random) {
        long millis = FIRST + random.nextInt(28 * 86_400) * 1_000L;
        return Instant.ofEpochMilli(millis)
                + ",/p/"
                + random.nextInt(PAGES)
                + ","
                + one(DEVICES, random)
                + ","
                + one(COUNTRIES, random)
                + ",s"
                + random.nextInt(5_000)
                + ","
                + (100 + random.nextInt(9_000))
                + ","
                + (random.nextInt(4) == 0 ? "" : random.nextInt(900))
                + ",0."
                + (100 + random.nextInt(400))
                + "\n";
    }

    /// NDJSON with identity: several records a page view, in no order.
    static void ndjson(Path file, int views, long seed) {
        List<String> records = records(views, seed);
        write(
                file,
                writer -> {
                    for (String line : records) {
                        writer.write(line);
                    }
                });
    }

    /// An archive of two such files that have page views in common.
    static void zip(Path file, int views, long seed) {
        List<String> records = records(views, seed);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int half = 0; half < 2; half++) {
                zip.putNextEntry(new ZipEntry("part-" + half + ".ndjson"));
                var writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                for (int i = half; i < records.size(); i += 2) {
                    writer.write(records.get(i));
                }
                writer.flush();
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The records of such a file: of each metric of a page view one or more, the newest counts.
    static List<String> records(int views, long seed) {
        var random = new Random(seed);
        var records = new ArrayList<String>();
        for (int view = 0; view < views; view++) {
            int page = random.nextInt(PAGES);
            int session = random.nextInt(5_000);
            String device = one(DEVICES, random);
            for (String metric : METRICS) {
                int updates = random.nextInt(3);
                for (int update = 0; update < updates; update++) {
                    records.add(
                            "{\"name\":\"%s\",\"value\":%s,\"view_id\":\"v%d\",\"session_id\":\"s%d\",\"version\":%d,\"url\":\"https://a.example/p/%d\",\"device\":\"%s\",\"timestamp\":%d}\n"
                                    .formatted(
                                            metric,
                                            value(metric, random),
                                            view,
                                            session,
                                            update,
                                            page,
                                            device,
                                            1_795_380_331_000L + view * 700L + update));
                }
            }
        }
        Collections.shuffle(records, random);
        return records;
    }

    private static String value(String metric, Random random) {
        return metric.equals("CLS")
                ? "0.%03d".formatted(random.nextInt(400))
                : Integer.toString(100 + random.nextInt(9_000));
    }

    private static String one(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private interface Content {
        void to(Writer writer) throws IOException;
    }

    private static void write(Path file, Content content) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            content.to(writer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

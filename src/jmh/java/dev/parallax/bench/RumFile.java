package dev.parallax.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/// The file of page views that imports and questions are measured with: fifteen columns, thirty
/// days, in order of time with a minute's jitter. **Simulated**: seeded and log-normal. The same
/// number of rows gives the same bytes on every machine.
///
/// Of the pages 3.6 % are quoted, with commas and doubled quotes inside; a third of the views have
/// no interaction; a session has four views on average, and a thousand are under way.
final class RumFile {
    static final String COLUMNS =
            "timestamp,page,device,browser,os,country,connection,session,ttfb,fcp,lcp,cls,inp,dcl,load";

    private static final long BEGIN = 1_790_812_800_000L;
    private static final long DAYS = 30;
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final int JITTER_MILLIS = 60_000;
    private static final String[] NAMES = COLUMNS.split(",");
    private static final String[] DEVICES = {"mobile", "desktop", "tablet"};
    private static final String[] BROWSERS = {
        "Chrome", "Safari", "Edge", "Firefox", "Samsung Internet", "Opera", "WebView", "Other"
    };
    private static final String[] SYSTEMS = {
        "Android", "iOS", "Windows", "macOS", "Linux", "ChromeOS"
    };
    private static final String[] CONNECTIONS = {"4g", "3g", "slow-3g", "wifi", "2g"};
    private static final String[] WORDS = {
        "checkout", "cart", "search", "product", "category", "account", "help", "blog", "offers"
    };
    private static final int COUNTRIES = 60;
    private static final double QUOTED = 0.036;

    /// How a row is written.
    enum Form {
        CSV("csv"),
        NDJSON("ndjson"),
        CSV_GZ("csv.gz");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }
    }

    private final SplittableRandom random = new SplittableRandom(20_261_101);
    private final long[] sessions = new long[1000];
    private final byte[] line = new byte[1024];
    private final Form form;
    private final int rows;
    private int length;
    private int column;

    private RumFile(Form form, int rows) {
        this.form = form;
        this.rows = rows;
    }

    /// The file in this folder, written if it is not there yet.
    static Path in(Path folder, Form form, int rows) throws IOException {
        Path file = folder.resolve("rum-" + rows + "." + form.ending);
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(file.getFileName() + ".part");
        try (OutputStream out = open(part, form)) {
            new RumFile(form, rows).write(out);
        }
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static OutputStream open(Path file, Form form) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
        return form == Form.CSV_GZ ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private void write(OutputStream out) throws IOException {
        if (form != Form.NDJSON) {
            out.write((COLUMNS + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        for (int row = 0; row < rows; row++) {
            fill(row);
            out.write(line, 0, length);
        }
    }

    private void fill(int row) {
        length = 0;
        column = 0;
        if (form == Form.NDJSON) {
            put('{');
        }
        long time = BEGIN + DAYS * MILLIS_PER_DAY * row / rows + random.nextInt(JITTER_MILLIS);
        text(time(time));
        page();
        int device = few(DEVICES.length, 0.6);
        text(DEVICES[device]);
        text(BROWSERS[few(BROWSERS.length, 0.5)] + " " + (140 - few(4, 0.6)));
        text(SYSTEMS[few(SYSTEMS.length, 0.45)] + " " + (15 - few(4, 0.5)));
        text(country(few(COUNTRIES, 0.1)));
        text(CONNECTIONS[few(CONNECTIONS.length, 0.7)]);
        text(Long.toHexString(session() | Long.MIN_VALUE));
        double slow = device == 0 ? 1.4 : 1;
        double ttfb = slow * 320 * Math.exp(0.7 * random.nextGaussian());
        double fcp = ttfb + slow * 700 * Math.exp(0.5 * random.nextGaussian());
        double lcp = fcp + slow * 600 * Math.exp(0.8 * random.nextGaussian());
        tenths(ttfb);
        tenths(fcp);
        tenths(lcp);
        tenThousandths(0.03 * Math.exp(1.2 * random.nextGaussian()));
        if (random.nextInt(3) == 0) {
            missing();
        } else {
            tenths(slow * 90 * Math.exp(0.9 * random.nextGaussian()));
        }
        double dcl = fcp + 300 * Math.exp(0.6 * random.nextGaussian());
        tenths(dcl);
        tenths(Math.max(dcl, lcp) + 500 * Math.exp(0.7 * random.nextGaussian()));
        if (form == Form.NDJSON) {
            put('}');
        }
        put('\n');
    }

    /// One of the sessions under way, of which each view is the last with a chance of one in four.
    private long session() {
        int slot = random.nextInt(sessions.length);
        if (sessions[slot] == 0 || random.nextInt(4) == 0) {
            sessions[slot] = random.nextLong();
        }
        return sessions[slot];
    }

    /// The first of some choices with a known share, the following ones ever less likely.
    private int few(int choices, double share) {
        int choice = 0;
        while (choice < choices - 1 && random.nextDouble() >= share) {
            choice++;
        }
        return choice;
    }

    private static String country(int number) {
        return "" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    private void page() {
        String word = WORDS[few(WORDS.length, 0.3)];
        if (random.nextDouble() >= QUOTED) {
            text("/en-gb/shop/" + word + "/model-" + random.nextInt(500));
        } else if (form == Form.NDJSON) {
            text("/en-gb/shop/" + word + "/say \\\"hi\\\", " + random.nextInt(50));
        } else {
            text("\"/en-gb/shop/" + word + "/say \"\"hi\"\", " + random.nextInt(50) + "\"");
        }
    }

    private static String time(long millis) {
        long day = Math.floorDiv(millis, MILLIS_PER_DAY);
        int ofDay = (int) Math.floorMod(millis, MILLIS_PER_DAY);
        return java.time.LocalDate.ofEpochDay(day)
                + "T"
                + two(ofDay / 3_600_000)
                + ":"
                + two(ofDay / 60_000 % 60)
                + ":"
                + two(ofDay / 1000 % 60)
                + "."
                + three(ofDay % 1000)
                + "Z";
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : "" + number;
    }

    private static String three(int number) {
        return number < 100 ? "0" + two(number) : "" + number;
    }

    private void tenths(double value) {
        fixed(Math.round(value * 10), 10);
    }

    private void tenThousandths(double value) {
        fixed(Math.round(value * 10_000), 10_000);
    }

    private void fixed(long scaled, int scale) {
        begin();
        ascii(Long.toString(scaled / scale));
        put('.');
        ascii(Long.toString(scale + scaled % scale).substring(1));
    }

    private void missing() {
        begin();
        if (form == Form.NDJSON) {
            ascii("null");
        }
    }

    private void text(String text) {
        begin();
        if (form == Form.NDJSON) {
            put('"');
        }
        ascii(text);
        if (form == Form.NDJSON) {
            put('"');
        }
    }

    private void begin() {
        if (column > 0) {
            put(',');
        }
        if (form == Form.NDJSON) {
            ascii("\"" + NAMES[column] + "\":");
        }
        column++;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char letter) {
        line[length++] = (byte) letter;
    }
}

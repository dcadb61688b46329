package dev.parallax.store;

import com.github.luben.zstd.Zstd;
import dev.parallax.metric.Dimension;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Column;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Dictionaries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

/// Searches a workspace for texts that must not be in it: every table and view, every column of
/// every chunk, every dictionary, every compressed blob, the raw file with what lies beside it, and
/// folders for logs and temporary files. The texts are searched raw and encoded: for URLs (once and
/// twice), for JSON, as base 64 in all alignments, as UTF-16, as hexadecimal digits.
public final class Canary {
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final int LARGEST_BLOB = 1 << 26;

    /// What is searched: the encoded text and the secret it stands for.
    private final Map<String, String> needles = new LinkedHashMap<>();

    private final Set<Long> numbers = new LinkedHashSet<>();
    private final Set<String> found = new TreeSet<>();

    private Canary(List<String> secrets) {
        secrets.forEach(this::addNeedles);
    }

    /// Where which of the secrets are, a line each; empty if they are nowhere.
    ///
    /// @param workspace a closed workspace
    /// @param folders with logs or temporary files; they need not exist
    public static Set<String> search(Path workspace, List<String> secrets, Path... folders) {
        var canary = new Canary(secrets);
        try {
            canary.searchRows(workspace);
            canary.searchColumns(workspace);
            canary.searchFolder(
                    workspace.toAbsolutePath().getParent(), workspace.getFileName().toString());
            for (Path folder : folders) {
                canary.searchFolder(folder, "");
            }
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return canary.found;
    }

    private void addNeedles(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        add(secret, secret);
        add(url, secret);
        add(url.replace("+", "%20"), secret);
        add(URLEncoder.encode(url, StandardCharsets.UTF_8), secret);
        add(each(secret, "\\u%04x"), secret);
        add(each(secret, "%%%02x"), secret);
        add(secret.replace("/", "\\/").replace("\"", "\\\""), secret);
        add(HexFormat.of().formatHex(bytes), secret);
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            add(new String(secret.getBytes(charset), StandardCharsets.ISO_8859_1), secret);
        }
        for (int shift = 0; shift < 3; shift++) {
            addBase64(bytes, shift, secret);
        }
        if (secret.matches("\\d{1,18}")) {
            numbers.add(Long.parseLong(secret));
        }
    }

    /// The letters that do not depend on what stands before and after.
    private void addBase64(byte[] bytes, int shift, String secret) {
        var shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String text = encoder.withoutPadding().encodeToString(shifted);
            int first = shift == 0 ? 0 : shift + 1;
            int last = shifted.length * 8 / 6;
            add(text.substring(first, last), secret);
        }
    }

    private void add(String needle, String secret) {
        needles.put(
                new String(needle.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                secret);
        needles.put(needle, secret);
    }

    private static String each(String text, String format) {
        var encoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            encoded.append(format.formatted((int) text.charAt(i)));
        }
        return encoded.toString();
    }

    private void searchRows(Path workspace) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + workspace);
                Statement statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (ResultSet names =
                    statement.executeQuery(
                            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    searchTable(table, rows);
                }
            }
        }
    }

    private void searchTable(String table, ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                String place = table + "." + rows.getMetaData().getColumnName(i);
                switch (rows.getObject(i)) {
                    case null -> {}
                    case byte[] blob -> searchBytes(place, blob);
                    case String text -> searchBytes(place, text.getBytes(StandardCharsets.UTF_8));
                    case Number number -> searchNumber(place, number.longValue());
                    default -> searchText(place, rows.getString(i));
                }
            }
        }
    }

    /// Every column of every chunk, through the product's own reader.
    private void searchColumns(Path workspace) {
        InstantSource clock = InstantSource.system();
        try (Database database =
                new WorkspaceFile(workspace, Migrations.RELEASED).open(clock.instant())) {
            for (Dataset dataset : new PageViewStore(database, clock).list()) {
                var reader = new DatasetReader(database, dataset, Integer.MAX_VALUE);
                for (Column column : Column.all()) {
                    searchColumn(dataset.name() + " " + column, reader, column);
                }
                searchTexts(dataset.name(), reader.dictionaries());
            }
        }
    }

    private void searchColumn(String place, DatasetReader reader, Column column) {
        boolean isLong = isLong(column);
        if (isLong) {
            reader.readLongs(
                    column, (_, entries, rows) -> search(place, Arrays.copyOf(entries, rows)));
        } else {
            reader.readInts(
                    column,
                    (_, entries, rows) ->
                            search(
                                    place,
                                    Arrays.stream(entries, 0, rows).asLongStream().toArray()));
        }
    }

    private static boolean isLong(Column column) {
        try {
            ChunkEncoder.absentInt(column);
            return false;
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    private void search(String place, long[] entries) {
        for (long entry : entries) {
            if (entry != Chunk.NO_TIME) {
                searchNumber(place, entry);
            }
        }
    }

    private void searchTexts(String dataset, Dictionaries dictionaries) {
        dictionaries.pages().texts().forEach(text -> searchText(dataset + " pages", text));
        Dimension.all()
                .forEach(dimension ->
                        dictionaries
                                .dimension(dimension)
                                .texts()
                                .forEach(text -> searchText(dataset + " " + dimension, text)));
    }

    private void searchNumber(String place, long number) {
        if (numbers.contains(number)) {
            found.add(number + " in " + place);
        }
    }

    /// The files of a folder whose names begin like this, in all its folders.
    private void searchFolder(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(prefix)) {
                    searchText("the name of " + name, name);
                    searchBytes("file " + name, Files.readAllBytes(file));
                }
            }
        }
    }

    private void searchBytes(String place, byte[] bytes) {
        searchText(place, new String(bytes, StandardCharsets.ISO_8859_1));
        if (startsWith(bytes, ZSTD)) {
            long size = Zstd.getFrameContentSize(bytes);
            byte[] unpacked = Zstd.decompress(bytes, Math.clamp(size, 1 << 20, LARGEST_BLOB));
            searchText(place + " (zstd)", new String(unpacked, StandardCharsets.ISO_8859_1));
        } else if (startsWith(bytes, new byte[] {0x1f, (byte) 0x8b})) {
            searchPacked(place + " (gzip)", bytes, GZIPInputStream::new);
        } else if (startsWith(bytes, new byte[] {'P', 'K', 3, 4})) {
            searchZip(place + " (zip)", bytes);
        } else if (startsWith(bytes, new byte[] {0x78})) {
            searchPacked(place + " (deflate)", bytes, InflaterInputStream::new);
        }
    }

    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private void searchPacked(String place, byte[] bytes, Unpacking unpacking) {
        try (InputStream unpacked = unpacking.of(new ByteArrayInputStream(bytes))) {
            searchText(
                    place,
                    new String(unpacked.readNBytes(LARGEST_BLOB), StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            // it only began like something packed
        }
    }

    private void searchZip(String place, byte[] bytes) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                searchBytes(place, zip.readNBytes(LARGEST_BLOB));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length > start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private void searchText(String place, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        needles.forEach((needle, secret) -> {
            if (text.contains(needle) || lower.contains(needle.toLowerCase(Locale.ROOT))) {
                found.add(secret + " in " + place);
            }
        });
    }
}

package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.parallax.importer.ImportOptions;
import dev.parallax.importer.Importer;
import dev.parallax.progress.Progress;
import dev.parallax.settings.PseudonymKeyFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is private in an export never reaches the disk.
final class CanaryTest {
    private static final String MAIL = "canary.ann@mail.example";
    private static final String TOKEN = "canaryTok3nXq9Zr7Lw2Vb8Kd4Jf6";
    private static final String SESSION = "canary-session-4711";
    private static final String USER = "canary-user-0815";
    private static final String VIEW = "canary-view-2342";
    private static final String ADDRESS = "203.0.113.77";
    private static final String PASSWORD = "canaryPass";
    private static final String NAME = "CanaryName";
    private static final String NUMBER = "471147114711";
    private static final List<String> SECRETS =
            List.of(MAIL, TOKEN, SESSION, USER, VIEW, ADDRESS, PASSWORD, NAME, NUMBER);

    @TempDir Path folder;
    private Path workspace;
    private Path exports;

    @BeforeEach
    void makesAWorkspace() throws IOException {
        workspace = folder.resolve("a.parallax");
        exports = Files.createDirectory(folder.resolve("exports"));
        Workspace.create(workspace, InstantSource.system()).close();
    }

    @Test
    void nothingPrivateOfACsvIsStored() throws IOException {
        var rows =
                new StringBuilder("time,url,session_id,page_view_id,user,release,country,lcp_ms\n");
        for (String address : addresses()) {
            rows.append(
                    "2024-11-27T10:00:00Z,\"%s\",%s,%s,%s,%s,%s,1200\n"
                            .formatted(
                                    address.replace("\"", "\"\""),
                                    SESSION,
                                    VIEW,
                                    USER,
                                    MAIL,
                                    ADDRESS));
        }
        rows.append(
                "yesterday,/cart?mail=%s,%s,%s,%s,1,DE,1200\n"
                        .formatted(MAIL, SESSION, VIEW, USER));
        rows.append("2024-11-27T10:00:00Z,/cart,%s,,,,%s,%s\n".formatted(SESSION, TOKEN, NUMBER));
        importFile("views.csv", rows.toString());

        assertThat(search()).isEmpty();
        assertThat(paths())
                .contains("/user/:email", "/cart")
                .allMatch(path -> path.startsWith("/"));
    }

    @Test
    void nothingPrivateOfBeaconsIsStored() throws IOException {
        var lines = new StringBuilder();
        for (String address : addresses()) {
            lines.append(
                    "{\"name\":\"LCP\",\"value\":1200,\"id\":\"v4-1732700000000-%s\",\"url\":\"%s\",\"session\":\"%s\",\"pageViewId\":\"%s\",\"release\":\"%s\",\"user\":\"%s\"}\n"
                            .formatted(
                                    NUMBER,
                                    address.replace("\\", "\\\\"),
                                    SESSION,
                                    VIEW,
                                    MAIL,
                                    USER));
        }
        lines.append(
                "{\"name\":\"LCP\",\"value\":\"x %s\",\"url\":\"/a/%s\"}\n".formatted(MAIL, TOKEN));
        lines.append("{\"name\":\"LCP\",\"value\":5,\"url\":\"/a/%s\"\n".formatted(MAIL));
        importFile("beacons.ndjson", lines.toString());

        assertThat(search()).isEmpty();
        assertThat(paths()).contains("/user/:email");
    }

    /// Addresses with secrets wherever people have seen them.
    private static List<String> addresses() {
        String encoded = URLEncoder.encode(MAIL, StandardCharsets.UTF_8);
        return List.of(
                "https://ann:%s@shop.example/cart".formatted(PASSWORD),
                "https://shop.example/cart?password=%s#name=%s".formatted(PASSWORD, NAME),
                "https://shop.example/user/" + MAIL,
                "https://shop.example/user/" + encoded,
                "https://shop.example/user/" + encoded.replace("%", "%25"),
                "https://shop.example/user/" + MAIL.replace("@", "\\u0040"),
                "https://shop.example/user/"
                        + Base64.getEncoder().encodeToString(MAIL.getBytes(StandardCharsets.UTF_8)),
                "/share/" + TOKEN + "/view",
                "/cart;jsessionid=" + SESSION,
                "/host/" + ADDRESS,
                "/order/" + NUMBER,
                "/go/"
                        + URLEncoder.encode(
                                "https://x.example/?password=" + PASSWORD, StandardCharsets.UTF_8));
    }

    private void importFile(String name, String content) throws IOException {
        Path file = Files.writeString(exports.resolve(name), content);
        try (var opened = Workspace.open(workspace, InstantSource.system())) {
            new Importer(
                            folder.resolve("temporary"),
                            new PseudonymKeyFile(folder.resolve("config/pseudonym.key"))::key)
                    .read(
                            List.of(file),
                            ImportOptions.FIND_OUT,
                            opened.pageViews().create("field"),
                            Progress.NONE);
        }
    }

    private Set<String> search() {
        return Canary.search(
                workspace, SECRETS, folder.resolve("temporary"), folder.resolve("config"));
    }

    private List<String> paths() {
        try (var database =
                new WorkspaceFile(workspace, Migrations.RELEASED)
                        .open(InstantSource.system().instant())) {
            var dataset = new PageViewStore(database, InstantSource.system()).get("field");
            return new DatasetReader(database, dataset, Integer.MAX_VALUE)
                    .dictionaries().pages().texts().stream()
                            .filter(path -> !path.isEmpty())
                            .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw",
                "url",
                "url twice",
                "json",
                "base64 0",
                "base64 1",
                "base64 2",
                "utf16",
                "zstd",
                "gzip"
            })
    void theSearchFindsWhatIsThere(String encoding) throws Exception {
        store(encoded(encoding, "user " + MAIL + " paid"));

        assertThat(Canary.search(workspace, SECRETS))
                .isNotEmpty()
                .allMatch(hit -> hit.startsWith(MAIL));
    }

    @Test
    void theSearchFindsNumbersInColumnsAndTextsInOtherFiles() throws IOException {
        importFile("views.csv", "time,url,lcp_ms\n2024-11-27T10:00:00Z,/a,1234.5\n");
        Path log = Files.createDirectory(folder.resolve("logs"));
        Files.writeString(log.resolve("a.log"), "cannot read " + MAIL);

        assertThat(Canary.search(workspace, List.of(MAIL), log)).hasSize(1);
        assertThat(Canary.search(workspace, List.of("12345", "1234500"))).isNotEmpty();
    }

    private void store(byte[] blob) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + workspace);
                var statement =
                        connection.prepareStatement(
                                """
                                INSERT INTO chunk_col (dataset, col, no, enc, codec, raw, data)
                                VALUES (1, 1, 1, 0, 0, 0, ?)
                                """)) {
            statement.setBytes(1, blob);
            statement.executeUpdate();
        }
    }

    private static byte[] encoded(String encoding, String text) throws IOException {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        return switch (encoding) {
            case "raw" -> raw;
            case "url" ->
                    URLEncoder.encode(text, StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8);
            case "url twice" ->
                    URLEncoder.encode(
                                    URLEncoder.encode(text, StandardCharsets.UTF_8),
                                    StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8);
            case "json" -> escaped(text).getBytes(StandardCharsets.UTF_8);
            case "utf16" -> text.getBytes(StandardCharsets.UTF_16LE);
            case "zstd" -> Zstd.compress(raw);
            case "gzip" -> gzip(raw);
            default -> {
                String shifted = text.substring(encoding.charAt(7) - '0');
                yield Base64.getEncoder().encode(shifted.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static String escaped(String text) {
        var json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            json.append("\\u%04x".formatted((int) text.charAt(i)));
        }
        return json.toString();
    }

    private static byte[] gzip(byte[] raw) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(raw);
        }
        return packed.toByteArray();
    }
}

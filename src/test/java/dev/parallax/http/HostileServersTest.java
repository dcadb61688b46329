package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every hostile behaviour ends in time, with its cause named and no request too many.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileServersTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /// What the deadline may be late by, as promised.
    private static final Duration OVERRUN = Duration.ofMillis(500);

    @TempDir static Path folder;

    private List<HostileServers.Row> rows = List.of();
    private HttpOptions options = HttpOptions.DIRECT;

    @BeforeAll
    void open() throws GeneralSecurityException, IOException {
        var authority = new TestAuthority();
        var weak = new TestAuthority(TestAuthority.Method.WEAK);
        rows = HostileServers.all(authority, weak);
        options =
                HttpOptions.DIRECT.with(
                        TlsOptions.USUAL.trusting(
                                List.of(
                                        authority.writePem(folder.resolve("authority.pem")),
                                        weak.writePem(folder.resolve("weak.pem")))));
        // the first session of a process warms up
        HttpSession.open(Profile.DESKTOP).close();
    }

    Stream<HostileServers.Row> rows() {
        return rows.stream();
    }

    @Test
    void thereAreAtLeastForty() {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsInTimeWithItsCauseNamed(HostileServers.Row row)
            throws IOException, GeneralSecurityException {
        try (RawServer server = row.start();
                var session = HttpSession.open(Profile.DESKTOP, options)) {
            String url = row.url().replace("PORT", String.valueOf(server.port()));
            long start = System.nanoTime();
            HttpResult result = session.send(HttpCall.get(url, LIMIT));
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(took).isLessThan(LIMIT.plus(OVERRUN));
            assertThat(result).isInstanceOf(HttpResult.Failed.class);
            var failed = (HttpResult.Failed) result;
            assertThat(failed.problem().code())
                    .as(failed.problem().oneLine() + " / " + failed.detail())
                    .isEqualTo(row.code());
            assertThat(failed.problem().why()).as(failed.detail()).contains(row.why());
            if (row.requests() >= 0) {
                assertThat(server.requests()).isEqualTo(row.requests());
            }
            assertThat(server.accepted()).isLessThanOrEqualTo(1);
        }
    }
}

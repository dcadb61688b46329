package dev.parallax.http;

import dev.parallax.measure.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A process of its own that meets every hostile server once; [HostileHeapTest] gives it little
/// memory.
final class HostileHeap {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private HostileHeap() {}

    /// Meets them.
    ///
    /// @param arguments a folder for files
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var authority = new TestAuthority();
        var weak = new TestAuthority(TestAuthority.Method.WEAK);
        var options =
                HttpOptions.DIRECT.with(
                        TlsOptions.USUAL.trusting(
                                List.of(
                                        authority.writePem(folder.resolve("authority.pem")),
                                        weak.writePem(folder.resolve("weak.pem")))));
        int failed = 0;
        for (HostileServers.Row row : HostileServers.all(authority, weak)) {
            try (RawServer server = row.start();
                    var session = HttpSession.open(Profile.DESKTOP, options)) {
                String url = row.url().replace("PORT", String.valueOf(server.port()));
                if (session.send(HttpCall.get(url, LIMIT)) instanceof HttpResult.Failed) {
                    failed++;
                }
            }
        }
        System.out.println("failed " + failed);
    }
}

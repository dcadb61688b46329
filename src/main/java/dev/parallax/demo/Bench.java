package dev.parallax.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers that tests of a runner ask for. The shop's latency and faults do not touch them:
///
/// | path | answer |
/// |---|---|
/// | `/slow?ms=800` | a page after that many milliseconds, at most 600,000 |
/// | `/status/503` | that status, 200 to 599 |
/// | `/hang` | none, the connection stays open |
/// | `/drop` | none, the connection is closed |
/// | `/truncate` | half a page, then the connection is closed |
/// | `/drip` | a page in ten parts over two seconds |
/// | `/redirect?times=3` | a redirect, then two more, then a page; at most 50 |
/// | `/bytes?n=100000` | that many bytes of `application/octet-stream`, at most 50 million |
/// | `/echo` | method, path, headers and body of the request, as text |
/// | `/broken-script` | a page whose script throws and logs an error |
final class Bench {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    private Bench() {}

    static Optional<Answer> answer(Request request, List<String> path) {
        return path.isEmpty() ? Optional.empty() : Optional.ofNullable(found(request, path));
    }

    private static @Nullable Answer found(Request request, List<String> path) {
        return switch (path.getFirst()) {
            case "slow" -> {
                int millis = request.number("ms", 0, 600_000);
                yield page(millis + " ms later").after(Duration.ofMillis(millis));
            }
            case "status" -> status(path.size() > 1 ? path.get(1) : "");
            case "hang" -> page("never").broken(Fault.HANG);
            case "drop" -> page("never").broken(Fault.DROP);
            case "truncate" -> page("half of it").broken(Fault.TRUNCATE);
            case "drip" -> page("drop by drop").broken(Fault.DRIP);
            case "redirect" -> redirect(request.number("times", 1, 50));
            case "bytes" -> bytes(request.number("n", 0, 50_000_000));
            case "echo" -> Answer.bench(200, TEXT, echo(request));
            case "broken-script" ->
                    Answer.bench(
                            200,
                            HTML,
                            html(
                                    "broken script",
                                    "<script>console.error('the bench logs an error');"
                                            + "throw new Error('the bench throws');</script>"));
            default -> null;
        };
    }

    private static Answer page(String text) {
        return Answer.bench(200, HTML, html(text, ""));
    }

    private static String html(String title, String script) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
        <link rel="icon" href="data:,"></head>
        <body><h1>%1$s</h1><p><a href="/">To the shop</a></p>%2$s</body></html>
        """
                .formatted(title, script);
    }

    private static Answer status(String number) {
        boolean valid = number.matches("[2-5]\\d\\d");
        return Answer.bench(
                valid ? Integer.parseInt(number) : 404, HTML, html("status " + number, ""));
    }

    private static Answer redirect(int times) {
        return times == 0
                ? page("the end of the redirects")
                : Answer.redirect(Answer.Kind.BENCH, "/redirect?times=" + (times - 1));
    }

    private static Answer bytes(int count) {
        return new Answer(
                Answer.Kind.BENCH,
                200,
                Map.of("Content-Type", "application/octet-stream", "Cache-Control", "no-store"),
                new byte[count],
                Duration.ZERO,
                Fault.NONE);
    }

    private static String echo(Request request) {
        String headers =
                request.headers().entrySet().stream()
                        .map(header ->
                                header.getKey() + ": " + String.join(", ", header.getValue()))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return request.method() + " " + request.path() + "\n" + headers + "\n\n" + request.body();
    }
}

package dev.parallax.runner;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.TlsDetail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Finds the certificates of a run that will soon be of no use.
final class ExpiringCertificates {
    /// Long enough to order a new one and to roll it out.
    static final Duration SOON = Duration.ofDays(21);

    private static final Pattern HOST = Pattern.compile("^https://([^/:?#]*).*", Pattern.DOTALL);

    private final Map<String, Instant> ends = new TreeMap<>();

    void look(List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            exchange.detail()
                    .tls()
                    .map(TlsDetail::validTo)
                    .ifPresent(
                            end -> ends.put(HOST.matcher(exchange.url()).replaceFirst("$1"), end));
        }
    }

    /// One sentence a host whose certificate expires soon.
    List<String> remarks(Instant now) {
        return ends.entrySet().stream()
                .filter(host -> host.getValue().isBefore(now.plus(SOON)))
                .map(host -> remark(host.getKey(), host.getValue(), now))
                .toList();
    }

    private static String remark(String host, Instant end, Instant now) {
        long days = Math.max(0, Duration.between(now, end).toDays());
        return "the certificate of %s expires on %s, in %d %s"
                .formatted(
                        host,
                        end.atZone(ZoneOffset.UTC).toLocalDate(),
                        days,
                        days == 1 ? "day" : "days");
    }
}

package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Phases;
import dev.parallax.measure.TlsDetail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExpiringCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void onlyOnesThatExpireWithinThreeWeeksAreSaid() {
        var certificates = new ExpiringCertificates();
        certificates.look(
                List.of(
                        exchange("https://shop.test/a", "2026-12-10T12:00:01Z"),
                        exchange("https://shop.test:8443/b", "2026-12-10T12:00:01Z"),
                        exchange("https://cdn.test/", "2026-12-19T12:00:01Z"),
                        exchange("https://late.test/", "2026-11-29T12:00:01Z")));
        assertThat(certificates.remarks(NOW))
                .containsExactly(
                        "the certificate of late.test expires on 2026-11-29, in 1 day",
                        "the certificate of shop.test expires on 2026-12-10, in 12 days");
    }

    private static Exchange exchange(String url, String validTo) {
        ExchangeDetail none = ExchangeDetail.NONE;
        var tls = new TlsDetail("TLS 1.3", "", "", "", null, Instant.parse(validTo));
        return new Exchange("GET", url, 200, "request", "h2", 0, Phases.NONE, 0, null)
                .with(
                        new ExchangeDetail(
                                none.initiator(),
                                none.requestHeaders(),
                                none.responseHeaders(),
                                none.sizes(),
                                none.remoteAddress(),
                                none.source(),
                                Optional.of(tls),
                                none.body()));
    }
}

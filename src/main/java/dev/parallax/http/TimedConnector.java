package dev.parallax.http;

import dev.parallax.http.PhaseClock.Phase;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/// Opens connections and stamps TCP connect and TLS handshake by the client's own hooks, which fire
/// once for each address that is tried.
final class TimedConnector extends DefaultHttpClientConnectionOperator {
    private final Supplier<PhaseClock> clock;

    TimedConnector(Supplier<PhaseClock> clock, DnsResolver lookup, TlsSocketStrategy tls) {
        super(
                null,
                lookup,
                RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
        this.clock = clock;
    }

    @Override
    protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
        clock.get().begin(Phase.CONNECT);
    }

    @Override
    protected void onAfterSocketConnect(HttpContext context, HttpHost host) {
        clock.get().end(Phase.CONNECT);
    }

    @Override
    protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
        clock.get().begin(Phase.TLS);
    }

    @Override
    protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
        clock.get().end(Phase.TLS);
    }
}

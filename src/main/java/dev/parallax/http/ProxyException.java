package dev.parallax.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The way through a proxy is barred.
final class ProxyException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient ProxyServer proxy;
    private final int status;

    /// The proxy answered with a status that is no success; 0 for one without a status.
    ProxyException(ProxyServer proxy, int status, String reason) {
        super("the proxy " + proxy + " answered " + reason);
        this.proxy = proxy;
        this.status = status;
    }

    /// The proxy cannot be reached.
    ProxyException(ProxyServer proxy, IOException cause) {
        super("the proxy " + proxy + " cannot be reached", cause);
        this.proxy = proxy;
        status = 0;
    }

    ProxyServer proxy() {
        return proxy;
    }

    int status() {
        return status;
    }

    /// Why the proxy could not be reached, null if it was.
    @Nullable IOException unreachable() {
        return getCause() instanceof IOException cause ? cause : null;
    }
}

package dev.parallax.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Makes TLS contexts that trust what the JDK trusts and remember no earlier session, so that a
/// handshake is never abbreviated by one of another run.
final class ColdTls {
    private static final TrustManager[] SYSTEM = trust(null);

    private ColdTls() {}

    static SSLContext context() {
        return context(SYSTEM);
    }

    private static SSLContext context(TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this JDK has no TLS", broken);
        }
    }

    /// A context that trusts the given certificates and no others.
    static SSLContext trusting(KeyStore certificates) {
        return context(trust(certificates));
    }

    private static TrustManager[] trust(@Nullable KeyStore certificates) {
        try {
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(certificates);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "the JDK's trusted certificates cannot be read", broken);
        }
    }
}

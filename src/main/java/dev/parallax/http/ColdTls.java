package dev.parallax.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Makes TLS contexts that remember no earlier session, so that a handshake is never abbreviated by
/// one of another run. They trust what the JDK trusts and the authorities of the options.
final class ColdTls {
    private static final TrustManager[] SYSTEM = trust(null);

    private ColdTls() {}

    static SSLContext context() {
        return context(null, SYSTEM);
    }

    /// The context for each host: one that has a key for the hosts it was made for.
    ///
    /// @param none is asked for a key where there is none
    static Function<String, SSLContext> contexts(TlsOptions options, ClientKeys none) {
        TrustManager[] trust =
                options.authorities().isEmpty() ? SYSTEM : with(options.authorities());
        SSLContext usual = context(new KeyManager[] {none}, trust);
        if (options.clientKey().isEmpty()) {
            return _ -> usual;
        }
        ClientKey key = options.clientKey().get();
        SSLContext signing = context(keys(key), trust);
        return host -> key.isFor(host) ? signing : usual;
    }

    private static SSLContext context(KeyManager @Nullable [] keys, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this JDK has no TLS", broken);
        }
    }

    private static KeyManager[] keys(ClientKey key) {
        try {
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(key.store(), key.passphrase().toCharArray());
            return factory.getKeyManagers();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the client's key cannot be used", broken);
        }
    }

    /// A context that trusts the given certificates and no others.
    static SSLContext trusting(KeyStore certificates) {
        return context(null, trust(certificates));
    }

    private static TrustManager[] with(List<X509Certificate> authorities) {
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            List<X509Certificate> known =
                    Stream.concat(
                                    authorities.stream(),
                                    Stream.of(SYSTEM)
                                            .filter(X509TrustManager.class::isInstance)
                                            .map(X509TrustManager.class::cast)
                                            .flatMap(manager ->
                                                    Stream.of(manager.getAcceptedIssuers())))
                            .toList();
            for (int i = 0; i < known.size(); i++) {
                all.setCertificateEntry("authority " + i, known.get(i));
            }
            return trust(all);
        } catch (GeneralSecurityException | java.io.IOException broken) {
            throw new IllegalStateException("certificates cannot be put together", broken);
        }
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

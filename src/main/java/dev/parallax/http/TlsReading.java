package dev.parallax.http;

import dev.parallax.http.Dialer.Link;
import dev.parallax.measure.TlsDetail;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// Tells how a connection is secured, in the words browsers use.
final class TlsReading {
    private TlsReading() {}

    static Optional<TlsDetail> of(Socket socket) {
        return socket instanceof SSLSocket secure
                ? Optional.of(of(secure.getSession()))
                : Optional.empty();
    }

    private static TlsDetail of(SSLSession session) {
        X509Certificate certificate = certificate(session);
        return new TlsDetail(
                session.getProtocol().replaceFirst("^TLSv", "TLS "),
                session.getCipherSuite(),
                certificate == null
                        ? ""
                        : shortName(certificate.getSubjectX500Principal().getName()),
                certificate == null
                        ? ""
                        : shortName(certificate.getIssuerX500Principal().getName()),
                certificate == null ? null : certificate.getNotBefore().toInstant(),
                certificate == null ? null : certificate.getNotAfter().toInstant());
    }

    private static @Nullable X509Certificate certificate(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? certificate
                    : null;
        } catch (SSLPeerUnverifiedException _) {
            return null;
        }
    }

    /// The common name, else the organisation, else the whole name (RFC 2253).
    static String shortName(String distinguished) {
        try {
            var parts = new LdapName(distinguished).getRdns();
            for (String type : new String[] {"CN", "O"}) {
                for (var part : parts) {
                    if (part.getType().equalsIgnoreCase(type)) {
                        return String.valueOf(part.getValue());
                    }
                }
            }
        } catch (InvalidNameException _) {
            return distinguished;
        }
        return distinguished;
    }

    /// Who is at the other end: `192.0.2.7:443`; of a proxy its own address.
    static String remoteAddress(Link link) {
        return link.base().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress() + ":" + address.getPort()
                : "";
    }
}

package dev.parallax.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in words for people why TLS did not come about.
final class TlsFailures {
    /// What only the JDK's message tells, and what it means; the first that fits.
    private static final Map<String, String> MEANINGS =
            new java.util.LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                {
                    put("certificate_required", "the server wants a client certificate");
                    put("No subject alternative", "the certificate is for another host");
                    put("No name matching", "the certificate is for another host");
                    put("xtended key usage", "the certificate is not made for servers");
                    put("basic constraints", "it is signed by one that may not sign certificates");
                    put("not a CA cert", "it is signed by one that may not sign certificates");
                    put("does not conform to algorithm constraints", "the certificate's key or signature is too weak");
                    put("lgorithm constraints check failed", "the certificate's key or signature is too weak");
                    put("unrecognized SSL message", "the server does not speak TLS there");
                    put("protocol_version", "the server offers no safe version of TLS, 1.2 or 1.3");
                    put("not accepted by client preferences", "the server offers no safe version of TLS, 1.2 or 1.3");
                    put("bad_certificate", "the server wants a client certificate, or another one");
                    put("unrecognized_name", "the server does not know this name");
                    put("no_application_protocol", "the server speaks neither HTTP/1.1 nor HTTP/2 there");
                    put("handshake_failure", "the server wants something this client does not offer, such as an old cipher or a client certificate");
                    put("terminated the handshake", "the server ended the handshake");
                    put("internal_error", "the server reports an error of its own");
                }
            };

    private TlsFailures() {}

    static String reason(SSLException tls) {
        return Failures.causes(tls)
                .map(TlsFailures::byKind)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> byMessage(tls))
                .orElseGet(
                        () ->
                                Failures.causes(tls)
                                        .anyMatch(CertPathBuilderException.class::isInstance)
                                        ? "the certificate is not signed by an authority known here"
                                        : Failures.message(tls));
    }

    private static @Nullable String byKind(Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException _ -> "the certificate has expired";
            case CertificateNotYetValidException _ -> "the certificate is not valid yet";
            case CertPathValidatorException invalid
                    when invalid.getReason() == BasicReason.ALGORITHM_CONSTRAINED ->
                    "the certificate's key or signature is too weak";
            default -> null;
        };
    }

    private static Optional<String> byMessage(SSLException tls) {
        return MEANINGS.entrySet().stream()
                .filter(meaning -> Failures.says(tls, meaning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

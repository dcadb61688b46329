package dev.parallax.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in words for people why TLS did not come about.
final class TlsFailures {
    /// What only the JDK's message tells, and what it means; the first that fits.
    private static final List<Meaning> MEANINGS =
            List.of(
                    new Meaning("certificate_required", "the server wants a client certificate"),
                    new Meaning("No subject alternative", "the certificate is for another host"),
                    new Meaning("No name matching", "the certificate is for another host"),
                    new Meaning("xtended key usage", "the certificate is not made for servers"),
                    new Meaning(
                            "basic constraints",
                            "it is signed by one that may not sign certificates"),
                    new Meaning(
                            "not a CA cert", "it is signed by one that may not sign certificates"),
                    new Meaning(
                            "does not conform to algorithm constraints",
                            "the certificate's key or signature is too weak"),
                    new Meaning(
                            "lgorithm constraints check failed",
                            "the certificate's key or signature is too weak"),
                    new Meaning("unrecognized SSL message", "the server does not speak TLS there"),
                    new Meaning(
                            "protocol_version",
                            "the server offers no safe version of TLS, 1.2 or 1.3"),
                    new Meaning(
                            "not accepted by client preferences",
                            "the server offers no safe version of TLS, 1.2 or 1.3"),
                    new Meaning(
                            "bad_certificate",
                            "the server wants a client certificate, or another one"),
                    new Meaning("unrecognized_name", "the server does not know this name"),
                    new Meaning(
                            "no_application_protocol",
                            "the server speaks neither HTTP/1.1 nor HTTP/2 there"),
                    new Meaning(
                            "handshake_failure",
                            "the server wants something this client does not offer, such as an old cipher or a client certificate"),
                    new Meaning("terminated the handshake", "the server ended the handshake"),
                    new Meaning("internal_error", "the server reports an error of its own"));

    private record Meaning(String word, String reason) {}

    private TlsFailures() {}

    static String reason(SSLException tls) {
        return Failures.causes(tls)
                .map(TlsFailures::byKind)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> byMessage(tls))
                .orElseGet(() ->
                        Failures.causes(tls).anyMatch(CertPathBuilderException.class::isInstance)
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
        return MEANINGS.stream()
                .filter(meaning -> Failures.says(tls, meaning.word()))
                .map(Meaning::reason)
                .findFirst();
    }
}

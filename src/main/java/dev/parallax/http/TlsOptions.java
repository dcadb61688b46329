package dev.parallax.http;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whom TLS connections trust beyond the JDK's authorities, and as whom they sign in.
public final class TlsOptions {
    /// The JDK's authorities, no client certificate.
    public static final TlsOptions USUAL = new TlsOptions(List.of(), Optional.empty());

    private final List<X509Certificate> authorities;
    private final Optional<ClientKey> clientKey;

    private TlsOptions(List<X509Certificate> authorities, Optional<ClientKey> clientKey) {
        this.authorities = List.copyOf(authorities);
        this.clientKey = clientKey;
    }

    List<X509Certificate> authorities() {
        return authorities;
    }

    Optional<ClientKey> clientKey() {
        return clientKey;
    }

    /// The same, trusting the certificates of these PEM files too.
    ///
    /// @throws ProblemException if a file cannot be read or holds no certificate
    public TlsOptions trusting(List<Path> pemFiles) {
        var all = new ArrayList<>(authorities);
        pemFiles.forEach(file -> all.addAll(read(file)));
        return new TlsOptions(all, clientKey);
    }

    /// The same, with a client certificate for some hosts.
    ///
    /// @param file of the format PKCS#12
    /// @param hosts that may see it: `api.shop.example`, or `*.shop.example` for all names below
    /// @throws ProblemException if the file cannot be read or has another pass phrase
    public TlsOptions signingIn(Path file, String passphrase, List<String> hosts) {
        return new TlsOptions(authorities, Optional.of(ClientKey.read(file, passphrase, hosts)));
    }

    private static List<X509Certificate> read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            List<X509Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) {
                throw problem(file, "it holds no certificate");
            }
            return found;
        } catch (IOException _) {
            throw problem(file, "it is not there, or may not be read");
        } catch (CertificateException _) {
            throw problem(file, "it is no certificate in PEM form");
        }
    }

    private static ProblemException problem(Path file, String why) {
        return new ProblemException(
                Problem.usage(
                        "certificate-authority",
                        "cannot trust the certificates of " + file,
                        why,
                        "name a PEM file of your authority: parallax network set"));
    }
}

package dev.parallax.http;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Locale;

/// What this client proves its identity with to servers that ask for a certificate.
///
/// @param store holds the key and its certificates
/// @param passphrase of the key
/// @param hosts that may see it: `api.shop.example`, or `*.shop.example` for all names below; lower
///   case, at least one
record ClientKey(KeyStore store, String passphrase, List<String> hosts) {
    ClientKey {
        hosts = hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /// Reads a file of the format PKCS#12, usually `.p12` or `.pfx`.
    ///
    /// @throws ProblemException if it cannot be read or has another pass phrase
    static ClientKey read(Path file, String passphrase, List<String> hosts) {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, passphrase.toCharArray());
            return new ClientKey(store, passphrase, hosts);
        } catch (IOException broken) {
            boolean isWrong = broken.getCause() instanceof UnrecoverableKeyException;
            throw new ProblemException(
                    Problem.usage(
                            "client-certificate",
                            "cannot read the client certificate " + file,
                            isWrong
                                    ? "the pass phrase is wrong"
                                    : "it is not there, or no PKCS#12 file",
                            isWrong
                                    ? "correct the secret that holds it"
                                    : "name a .p12 or .pfx file: parallax network set"));
        } catch (GeneralSecurityException broken) {
            throw new ProblemException(
                    Problem.usage(
                            "client-certificate",
                            "cannot read the client certificate " + file,
                            Failures.message(broken),
                            "export it again as PKCS#12"));
        }
    }

    boolean isFor(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return hosts.stream()
                .anyMatch(rule ->
                        rule.startsWith("*.")
                                ? name.endsWith(rule.substring(1))
                                : name.equals(rule));
    }

    /// The hosts only, so that a log cannot give the pass phrase away.
    @Override
    public String toString() {
        return "client key for " + hosts;
    }
}

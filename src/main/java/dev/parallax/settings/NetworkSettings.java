package dev.parallax.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How HTTP runs leave this machine.
///
/// @param proxy its address, such as `http://proxy.example:3128`, credentials as `${secret:name}`;
///   [#NO_PROXY] for none; empty obeys the environment's variables
/// @param direct hosts that are asked without a proxy, `shop.example` with all names below it
/// @param authorities PEM files with certificates to trust besides the usual ones
/// @param clientCertificate what this machine shows to servers that ask for one
public record NetworkSettings(
        Optional<String> proxy,
        List<String> direct,
        List<Path> authorities,
        Optional<ClientCertificate> clientCertificate) {

    /// The value of [#proxy] that overrules the environment's variables.
    public static final String NO_PROXY = "none";

    /// The environment's proxy, the usual authorities, no client certificate.
    public static final NetworkSettings DEFAULT =
            new NetworkSettings(Optional.empty(), List.of(), List.of(), Optional.empty());

    /// A key and its certificate.
    ///
    /// @param file of the format PKCS#12
    /// @param secret the name of the secret that holds its pass phrase
    /// @param hosts that may see it, `api.shop.example` or `*.shop.example`; at least one
    public record ClientCertificate(Path file, String secret, List<String> hosts) {
        public ClientCertificate {
            hosts = List.copyOf(hosts);
            if (secret.isBlank() || hosts.isEmpty()) {
                throw new IllegalArgumentException(
                        "a client certificate needs a secret and the hosts that may see it");
            }
        }
    }

    public NetworkSettings {
        direct = List.copyOf(direct);
        authorities = List.copyOf(authorities);
        if (proxy.filter(NetworkSettings::holdsPassword).isPresent()) {
            throw new IllegalArgumentException(
                    "the proxy's address holds a password; write ${secret:name} in its place");
        }
    }

    private static boolean holdsPassword(String address) {
        int at = address.lastIndexOf('@');
        String user = at < 0 ? "" : address.substring(0, at).replaceFirst("^[A-Za-z0-9]+://", "");
        return user.replaceAll("\\$\\{secret:[^}]+}", "").matches(".*:.+");
    }

    public NetworkSettings withProxy(Optional<String> other) {
        return new NetworkSettings(other, direct, authorities, clientCertificate);
    }

    public NetworkSettings withDirect(List<String> others) {
        return new NetworkSettings(proxy, others, authorities, clientCertificate);
    }

    public NetworkSettings withAuthorities(List<Path> others) {
        return new NetworkSettings(proxy, direct, others, clientCertificate);
    }

    public NetworkSettings withClientCertificate(Optional<ClientCertificate> other) {
        return new NetworkSettings(proxy, direct, authorities, other);
    }
}

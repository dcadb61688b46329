package dev.parallax.http;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Hands out the client's key, and remembers when a server asked in vain: some then close the
/// connection without a word.
final class ClientKeys extends X509ExtendedKeyManager {
    private final @Nullable X509ExtendedKeyManager keys;
    private volatile boolean askedInVain;

    /// @param keys null if there are none
    ClientKeys(@Nullable X509ExtendedKeyManager keys) {
        this.keys = keys;
    }

    boolean wereAskedInVain() {
        return askedInVain;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        String alias = keys == null ? null : keys.chooseClientAlias(types, issuers, socket);
        askedInVain = alias == null;
        return alias;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return keys == null ? null : keys.getClientAliases(type, issuers);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return keys == null ? null : keys.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return keys == null ? null : keys.getPrivateKey(alias);
    }

    /// This is no server.
    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    /// This is no server.
    @Override
    public @Nullable String chooseServerAlias(
            String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}

package dev.parallax.http;

/// How requests leave this machine.
///
/// @param proxies which requests go through which proxy
/// @param tls whom to trust, and as whom to sign in
/// @param names how names become addresses
public record HttpOptions(ProxyRule proxies, TlsOptions tls, NameLookup names) {
    /// Straight to the servers, trusting whom the JDK trusts.
    public static final HttpOptions DIRECT =
            new HttpOptions(ProxyRule.NONE, TlsOptions.USUAL, NameLookup.SYSTEM);

    public HttpOptions with(ProxyRule other) {
        return new HttpOptions(other, tls, names);
    }

    public HttpOptions with(TlsOptions other) {
        return new HttpOptions(proxies, other, names);
    }

    public HttpOptions with(NameLookup other) {
        return new HttpOptions(proxies, tls, other);
    }
}

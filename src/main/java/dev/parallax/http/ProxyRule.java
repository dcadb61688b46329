package dev.parallax.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which requests go through which proxy. This machine itself is always reached directly, unless
/// everything is tunnelled.
///
/// @param plain for `http`
/// @param secure for `https`
/// @param direct hosts asked without a proxy: `shop.example` with all names below it,
///   `.shop.example` likewise, `host:port`, or `*` for all; lower case
public record ProxyRule(
        Optional<ProxyServer> plain, Optional<ProxyServer> secure, List<String> direct) {

    /// No proxy at all.
    public static final ProxyRule NONE =
            new ProxyRule(Optional.empty(), Optional.empty(), List.of());

    public ProxyRule {
        direct =
                direct.stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .toList();
    }

    /// One proxy for everything but the hosts named.
    public static ProxyRule through(ProxyServer proxy, List<String> direct) {
        return new ProxyRule(Optional.of(proxy), Optional.of(proxy), direct);
    }

    /// The variables other programs obey too: `http_proxy`, `https_proxy`, `all_proxy` and
    /// `no_proxy`, in lower or upper case.
    ///
    /// @param environment the value of a variable, null if it is not set
    /// @throws IllegalArgumentException with the reason if one of them names no proxy
    public static ProxyRule of(UnaryOperator<@Nullable String> environment) {
        Optional<ProxyServer> all = proxy(environment, "all_proxy");
        return new ProxyRule(
                proxy(environment, "http_proxy").or(() -> all),
                proxy(environment, "https_proxy").or(() -> all),
                List.of(text(environment, "no_proxy").orElse("").split(",", -1)));
    }

    private static Optional<ProxyServer> proxy(
            UnaryOperator<@Nullable String> environment, String name) {
        try {
            return text(environment, name).map(ProxyServer::parse);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "the environment variable " + name + " is wrong: " + Failures.message(wrong),
                    wrong);
        }
    }

    private static Optional<String> text(UnaryOperator<@Nullable String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(spelling -> Optional.ofNullable(environment.apply(spelling)))
                .flatMap(Optional::stream)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /// The proxy that a request goes through.
    public Optional<ProxyServer> of(URI target) {
        Optional<ProxyServer> proxy = target.getScheme().equals("https") ? secure : plain;
        return proxy.filter(server -> server.kind() == ProxyServer.Kind.SOCKS || !isDirect(target));
    }

    private boolean isDirect(URI target) {
        String host = target.getHost().toLowerCase(Locale.ROOT);
        return isThisMachine(host)
                || direct.stream().anyMatch(rule -> matches(rule, host, target.getPort()));
    }

    private static boolean isThisMachine(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean matches(String rule, String host, int port) {
        if (rule.equals("*") || rule.equals(host) || rule.equals(host + ":" + port)) {
            return true;
        }
        String domain = rule.startsWith("*.") ? rule.substring(1) : rule;
        return host.endsWith(domain.startsWith(".") ? domain : "." + domain)
                || host.equals(domain.replaceFirst("^\\.", ""));
    }
}

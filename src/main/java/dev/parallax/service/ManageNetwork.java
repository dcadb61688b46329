package dev.parallax.service;

import dev.parallax.http.HttpOptions;
import dev.parallax.http.NameLookup;
import dev.parallax.http.ProxyRule;
import dev.parallax.http.ProxyServer;
import dev.parallax.http.TlsOptions;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.runner.SecretSource;
import dev.parallax.settings.NetworkSettings;
import dev.parallax.settings.SettingsFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Use case: how HTTP runs leave this machine: proxy, authorities, client certificate.
public final class ManageNetwork {
    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:([^}]+)}");

    private final SettingsFile settings;
    private final Map<String, String> environment;
    private final SecretSource secrets;

    /// @param environment the process's environment variables
    public ManageNetwork(SettingsFile settings, Map<String, String> environment) {
        this(settings, environment, EnvironmentSecrets::value);
    }

    ManageNetwork(SettingsFile settings, Map<String, String> environment, SecretSource secrets) {
        this.settings = settings;
        this.environment = environment;
        this.secrets = secrets;
    }

    /// What is set, secrets by their names.
    public NetworkSettings show() {
        return settings.read().settings().network();
    }

    /// Where `http` and `https` requests go: the proxy's host and port, or `directly`.
    ///
    /// @throws ProblemException if it cannot be told, such as for want of a secret
    public Map<String, String> proxies() {
        ProxyRule rule = proxies(show());
        return Map.of(
                "http", rule.plain().map(ProxyServer::toString).orElse("directly"),
                "https", rule.secure().map(ProxyServer::toString).orElse("directly"));
    }

    /// Changes what is set; tried before it is kept, as far as secrets are known.
    ///
    /// @throws ProblemException if a file cannot be read or an address means nothing
    public NetworkSettings change(UnaryOperator<NetworkSettings> change) {
        try {
            NetworkSettings changed = change.apply(show());
            changed.proxy().ifPresent(ManageNetwork::requireAddress);
            tls(changed);
            return settings.update(all -> all.withNetwork(changed)).network();
        } catch (IllegalArgumentException wrong) {
            throw problem(wrong);
        }
    }

    private static void requireAddress(String proxy) {
        if (!proxy.equals(NetworkSettings.NO_PROXY)) {
            ProxyServer.parse(SECRET.matcher(proxy).replaceAll("secret"));
        }
    }

    /// What the settings come to, with the secrets filled in.
    ///
    /// @throws ProblemException if a file cannot be read, a secret has no value, or an address
    ///   means nothing
    public HttpOptions options() {
        NetworkSettings network = show();
        return new HttpOptions(proxies(network), tls(network), NameLookup.SYSTEM);
    }

    private ProxyRule proxies(NetworkSettings network) {
        try {
            if (network.proxy().isEmpty()) {
                ProxyRule usual = ProxyRule.of(environment::get);
                return network.direct().isEmpty()
                        ? usual
                        : new ProxyRule(usual.plain(), usual.secure(), network.direct());
            }
            String address = network.proxy().get();
            return address.equals(NetworkSettings.NO_PROXY)
                    ? ProxyRule.NONE
                    : ProxyRule.through(ProxyServer.parse(filled(address)), network.direct());
        } catch (IllegalArgumentException wrong) {
            throw problem(wrong);
        }
    }

    /// Percent-encoded, as the address is: a password may hold a colon or an at sign.
    private String filled(String address) {
        String origin = "the proxy " + address.replaceFirst(".*@", "");
        return SECRET.matcher(address)
                .replaceAll(secret ->
                        Matcher.quoteReplacement(
                                URLEncoder.encode(
                                                secrets.value(secret.group(1), origin),
                                                StandardCharsets.UTF_8)
                                        .replace("+", "%20")));
    }

    private TlsOptions tls(NetworkSettings network) {
        TlsOptions options = TlsOptions.USUAL.trusting(network.authorities());
        return network.clientCertificate()
                .map(certificate ->
                        options.signingIn(
                                certificate.file(),
                                secrets.value(
                                        certificate.secret(),
                                        String.join(", ", certificate.hosts())),
                                certificate.hosts()))
                .orElse(options);
    }

    private static ProblemException problem(IllegalArgumentException wrong) {
        return new ProblemException(
                Problem.usage(
                        "network-settings",
                        "cannot use the network settings",
                        String.valueOf(wrong.getMessage()),
                        "correct them: parallax network set"));
    }
}

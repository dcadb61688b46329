package dev.parallax.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.parallax.measure.ConnectFailure;
import dev.parallax.measure.Gateway;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names the cause of a connect that did not come about. Behind a gateway the browser only knows
/// that it was not connected; the gateway knows why.
///
/// @param gateway empty without one: then the browser knows best
record ConnectCauses(Optional<Gateway> gateway) {
    /// What Chromium says, and what Node does, which sends the requests beside a page.
    private static final Pattern NOT_CONNECTED =
            Pattern.compile(
                    "(?:net::)?ERR_SOCKS_CONNECTION_(?:FAILED|HOST_UNREACHABLE)"
                            + "|Socks5 proxy rejected connection(?: - \\w+)?");

    /// How Chromium and Node name the address in their messages.
    private static final Pattern AT = Pattern.compile("(?:\\bat|→ [A-Z]+) (https?://\\S+)");

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// The error with its true name, as the browser would give it without a gateway.
    ///
    /// @param error such as `net::ERR_SOCKS_CONNECTION_FAILED`
    /// @param url what was asked for
    String named(String error, String url) {
        Matcher notConnected = NOT_CONNECTED.matcher(error);
        return notConnected.find()
                ? failure(url)
                        .map(cause -> notConnected.replaceFirst("net::" + name(cause)))
                        .orElse(error)
                : error;
    }

    /// The exception with the true name of its cause.
    PlaywrightException named(PlaywrightException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher at = AT.matcher(message);
        String named = at.find() ? named(message, at.group(1)) : message;
        return named.equals(message) ? failure : new PlaywrightException(named, failure);
    }

    private Optional<ConnectFailure> failure(String url) {
        try {
            URI uri = URI.create(url);
            int usual = "https".equals(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
            int port = uri.getPort() < 0 ? usual : uri.getPort();
            return Optional.ofNullable(uri.getHost())
                    .flatMap(host -> gateway.flatMap(way -> way.failure(host, port)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String name(ConnectFailure cause) {
        return switch (cause) {
            case REFUSED -> "ERR_CONNECTION_REFUSED";
            case NAME_UNKNOWN -> "ERR_NAME_NOT_RESOLVED";
            case UNREACHABLE -> "ERR_ADDRESS_UNREACHABLE";
            case TIMED_OUT -> "ERR_CONNECTION_TIMED_OUT";
        };
    }
}

package dev.parallax.http;

import dev.parallax.http.PhaseClock.Phase;
import dev.parallax.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.apache.hc.core5.http2.hpack.HeaderListConstraintException;

/// Names the cause behind an exchange that broke, in words for people.
final class Failures {
    private Failures() {}

    static Problem invalidCall(String method, String why) {
        return Problem.usage(
                "http-invalid-request",
                "cannot send the " + method + " request",
                why,
                "correct the request step");
    }

    static Problem redirectRefused(String request, String why) {
        return Problem.failed(
                "http-redirect-refused",
                "did not follow the redirect of " + request,
                why,
                "check the Location header the site sends");
    }

    static Problem tooManyRedirects(String request, int limit) {
        return Problem.failed(
                "http-redirect-loop",
                request + " was redirected more than " + limit + " times",
                "the site probably redirects in a circle",
                "look at the addresses in the waterfall");
    }

    static Problem timeout(String request, Duration timeout, Phase phase) {
        return Problem.failed(
                "http-timeout",
                request + " was not done after " + seconds(timeout),
                "the time ran out while " + phase.words(),
                "see whether the site answers at all, or give the step more time");
    }

    /// @param during the phase under way
    static Problem of(String request, URI uri, Phase during, Exception broken) {
        String host = uri.getAuthority();
        return switch (broken) {
            case ProxyException proxy -> ofProxy(request, proxy);
            case PackedBombException bomb ->
                    Problem.failed(
                            "http-bomb",
                            request + " failed",
                            "the response of "
                                    + host
                                    + " is a decompression bomb: "
                                    + message(bomb),
                            "look at what the site packs, and whether it is the site");
            case UnknownHostException _ ->
                    Problem.failed(
                            "http-unknown-host",
                            request + " failed",
                            "the name " + uri.getHost() + " is not known",
                            "check the address and this machine's network");
            // also the base class of "no route", so that one comes first
            case NoRouteToHostException _ -> unreachable(request, host);
            case ConnectException refused when says(refused, "refused") ->
                    Problem.failed(
                            "http-refused",
                            request + " failed",
                            host + " refuses connections",
                            "check that the server runs and the port is right");
            case ConnectException _ -> unreachable(request, host);
            case SocketTimeoutException _ ->
                    Problem.failed(
                            "http-timeout",
                            request + " failed",
                            host + " did not answer in time",
                            "see whether the site answers at all, or give the step more time");
            case SSLException tls ->
                    Problem.failed(
                            "http-tls",
                            request + " failed",
                            "no trusted TLS connection to " + host + ": " + TlsFailures.reason(tls),
                            "check the site's certificate and the address");
            case NoHttpResponseException _ -> reset(request, host, during);
            case ConnectionClosedException _ -> reset(request, host, during);
            case SocketException _ -> reset(request, host, during);
            case TruncatedChunkException _ -> reset(request, host, during);
            case H2StreamResetException reset -> brokenOff(request, host, reset.getCode());
            case MalformedChunkCodingException _ -> notHttp(request, host);
            case MessageConstraintException _ -> tooLarge(request, host);
            case HeaderListConstraintException _ -> tooLarge(request, host);
            case H2ConnectionException wrong
                    when wrong.getCode() == H2Error.ENHANCE_YOUR_CALM.getCode() ->
                    tooLarge(request, host);
            case H2ConnectionException _ -> notHttp(request, host);
            case HttpException _ -> notHttp(request, host);
            default ->
                    Problem.failed(
                            "http-failed",
                            request + " failed",
                            "the response of " + host + " could not be read",
                            "see the details");
        };
    }

    private static Problem unreachable(String request, String host) {
        return Problem.failed(
                "http-unreachable",
                request + " failed",
                host + " cannot be reached",
                "check the address and this machine's network");
    }

    private static Problem ofProxy(String request, ProxyException broken) {
        ProxyServer proxy = broken.proxy();
        IOException unreachable = broken.unreachable();
        if (unreachable != null) {
            String why =
                    switch (unreachable) {
                        case UnknownHostException _ -> "the name is not known";
                        case ConnectException refused when says(refused, "refused") ->
                                "it refuses connections";
                        default -> "it cannot be reached";
                    };
            return Problem.failed(
                    "http-proxy-unreachable",
                    request + " failed",
                    "the proxy " + proxy + " does not work: " + why,
                    "check the proxy: parallax network show");
        }
        return broken.status() == 407
                ? Problem.failed(
                        "http-proxy-credentials",
                        request + " failed",
                        "the proxy " + proxy + " wants other credentials",
                        "give it a user and a password: parallax network set")
                : Problem.failed(
                        "http-proxy-refused",
                        request + " failed",
                        message(broken),
                        "ask who runs the proxy whether it lets you there");
    }

    private static Problem reset(String request, String host, Phase during) {
        return Problem.failed(
                "http-reset",
                request + " failed",
                host
                        + " closed the connection "
                        + (during.compareTo(Phase.WAIT) < 0
                                ? "while " + during.words()
                                : "before the response was complete"),
                "look into the server's log");
    }

    private static Problem brokenOff(String request, String host, int code) {
        H2Error error = H2Error.getByCode(code);
        return Problem.failed(
                "http-reset",
                request + " failed",
                host
                        + " broke the request off with the HTTP/2 error "
                        + (error == null ? String.valueOf(code) : error.name()),
                "look into the server's log");
    }

    private static Problem tooLarge(String request, String host) {
        return Problem.failed(
                "http-head-too-large",
                request + " failed",
                host + " sends a head of more than 256 KiB or 1,000 lines",
                "look at the headers and cookies the site sets");
    }

    private static Problem notHttp(String request, String host) {
        return Problem.failed(
                "http-not-http",
                request + " failed",
                "what " + host + " answers is not valid HTTP",
                "check the scheme and the port");
    }

    static Stream<Throwable> causes(Throwable first) {
        return Stream.iterate(first, Objects::nonNull, Throwable::getCause);
    }

    static boolean says(Throwable broken, String word) {
        return causes(broken).anyMatch(cause -> message(cause).contains(word));
    }

    /// An exception's message, or its kind if it has none.
    static String message(Throwable broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }

    private static String seconds(Duration timeout) {
        double seconds = timeout.toMillis() / 1000.0;
        return (seconds == Math.rint(seconds)
                        ? String.valueOf((long) seconds)
                        : String.valueOf(seconds))
                + " s";
    }
}

package dev.parallax.http;

import dev.parallax.http.PhaseClock.Phase;
import dev.parallax.problem.Problem;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
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

    static Problem of(String request, URI uri, Exception broken) {
        String host = uri.getAuthority();
        return switch (broken) {
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
                            "no trusted TLS connection to " + host + ": " + tlsReason(tls),
                            "check the site's certificate and the address");
            case NoHttpResponseException _ -> reset(request, host);
            case ConnectionClosedException _ -> reset(request, host);
            case SocketException _ -> reset(request, host);
            case TruncatedChunkException _ -> reset(request, host);
            case MalformedChunkCodingException _ -> notHttp(request, host);
            case MessageConstraintException _ -> notHttp(request, host);
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

    private static Problem reset(String request, String host) {
        return Problem.failed(
                "http-reset",
                request + " failed",
                host + " closed the connection before the response was complete",
                "look into the server's log");
    }

    private static Problem notHttp(String request, String host) {
        return Problem.failed(
                "http-not-http",
                request + " failed",
                "what " + host + " answers is not valid HTTP/1.1",
                "check the scheme and the port");
    }

    private static String tlsReason(SSLException tls) {
        return causes(tls)
                .map(cause ->
                        switch (cause) {
                            case CertificateExpiredException _ -> "the certificate has expired";
                            case CertificateNotYetValidException _ ->
                                    "the certificate is not valid yet";
                            case CertPathBuilderException _ ->
                                    "the certificate is not signed by an authority known here";
                            default -> null;
                        })
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> handshakeReason(tls));
    }

    /// What only the JDK's message tells.
    private static String handshakeReason(SSLException tls) {
        if (says(tls, "No subject alternative") || says(tls, "No name matching")) {
            return "the certificate is for another host";
        }
        return says(tls, "unrecognized SSL message")
                ? "the server does not speak TLS there"
                : message(tls);
    }

    private static Stream<Throwable> causes(Throwable first) {
        return Stream.iterate(first, Objects::nonNull, Throwable::getCause);
    }

    private static boolean says(Throwable broken, String word) {
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

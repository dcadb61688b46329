package dev.parallax.browser;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.impl.TargetClosedError;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells what the engine's exceptions mean: the site failed, the journey is wrong, the machine is,
/// or the browser is gone. The engine has one exception type for nearly everything; the texts are
/// those of Playwright 1.62, and a contract test holds them.
final class Faults {
    private static final Pattern NET_ERROR = Pattern.compile("net::(ERR_[A-Z0-9_]+)");

    /// What Node, which sends the requests beside a page, calls the browser's errors.
    private static final Map<String, String> NODE_ERRORS =
            Map.of(
                    "ECONNREFUSED", "ERR_CONNECTION_REFUSED",
                    "ENOTFOUND", "ERR_NAME_NOT_RESOLVED",
                    "ETIMEDOUT", "ERR_CONNECTION_TIMED_OUT",
                    "ECONNRESET", "ERR_CONNECTION_RESET",
                    "socket hang up", "ERR_EMPTY_RESPONSE",
                    "self-signed certificate", "ERR_CERT_AUTHORITY_INVALID",
                    "certificate has expired", "ERR_CERT_DATE_INVALID");

    private static final Pattern MATCHES = Pattern.compile("resolved to (\\d+) elements");

    private static final Pattern RECEIVED = Pattern.compile("(?m)^Received(?: string)?: (.*)$");

    private static final List<String> GONE =
            List.of(
                    "has been closed",
                    "Target crashed",
                    "Page crashed",
                    "Failed to read message",
                    "Failed to write message",
                    "pipe closed",
                    "Playwright connection closed",
                    "Browser closed");

    private static final Map<String, String> WHY_UNREACHABLE =
            Map.of(
                    "ERR_CONNECTION_REFUSED", "nothing listens there",
                    "ERR_NAME_NOT_RESOLVED", "the name of the host is not known",
                    "ERR_CONNECTION_TIMED_OUT", "the host does not answer",
                    "ERR_ADDRESS_UNREACHABLE", "there is no way to the host",
                    "ERR_CONNECTION_RESET", "the host broke the connection off",
                    "ERR_CONNECTION_CLOSED", "the host closed the connection",
                    "ERR_EMPTY_RESPONSE", "the host closed the connection without an answer",
                    "ERR_SSL_PROTOCOL_ERROR", "the host does not speak TLS there",
                    "ERR_TOO_MANY_REDIRECTS", "its redirects run in a circle",
                    "ERR_UNSAFE_PORT", "browsers refuse this port");

    private Faults() {}

    /// What an action's failure means.
    ///
    /// @param action what was tried, as a clause without its subject: `cannot click "#pay"`
    /// @return to be thrown
    static RuntimeException of(PlaywrightException failure, String action, Duration limit) {
        String message = String.valueOf(failure.getMessage());
        if (isGone(failure)) {
            return new BrowserGoneException(firstLine(failure), failure);
        }
        Optional<String> netError = netError(message);
        if (netError.isPresent()) {
            return new ProblemException(network(netError.get(), action), failure);
        }
        if (message.contains("Download is starting")) {
            return new ProblemException(network("ERR_ABORTED", action), failure);
        }
        if (failure instanceof TimeoutError) {
            return new ProblemException(timeOut(message, action, limit), failure);
        }
        Matcher ambiguous = MATCHES.matcher(message);
        if (message.contains("strict mode violation") && ambiguous.find()) {
            return new ProblemException(
                    Problem.failed(
                            "element-ambiguous",
                            action,
                            "the selector matches " + ambiguous.group(1) + " elements",
                            "make the selector match exactly one"),
                    failure);
        }
        if (message.contains("nexpected token")
                || message.contains("Unknown engine")
                || message.contains("not a valid")) {
            return new ProblemException(
                    Problem.usage(
                            "selector-invalid",
                            action,
                            "the selector cannot be read (" + firstLine(failure) + ")",
                            "write CSS, or one of role=, text=, testid=, label=, xpath="),
                    failure);
        }
        return new ProblemException(
                Problem.failed(
                        "step-failed",
                        action,
                        firstLine(failure),
                        "see the screenshot and the waterfall"),
                failure);
    }

    static boolean isGone(PlaywrightException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof TargetClosedError || GONE.stream().anyMatch(message::contains);
    }

    private static Optional<String> netError(String message) {
        Matcher matcher = NET_ERROR.matcher(message);
        if (matcher.find()) {
            return Optional.of(matcher.group(1));
        }
        return NODE_ERRORS.keySet().stream()
                .filter(message::contains)
                .map(NODE_ERRORS::get)
                .findFirst();
    }

    /// What a page that could not be fetched means.
    ///
    /// @param error such as `ERR_CONNECTION_REFUSED`
    static Problem network(String error, String action) {
        if (error.equals("ERR_INTERNET_DISCONNECTED") || error.equals("ERR_NETWORK_CHANGED")) {
            return Problem.environment(
                    "no-network",
                    action,
                    "this machine lost its network (" + error + ")",
                    "run it again when the network is back");
        }
        if (error.startsWith("ERR_CERT_")) {
            return Problem.failed(
                    "certificate-refused",
                    action,
                    "the browser refuses its certificate (" + error + ")",
                    "renew the certificate or correct the address");
        }
        if (error.equals("ERR_ABORTED")) {
            return Problem.failed(
                    "navigation-aborted",
                    action,
                    "the answer is no page: a download, or empty (" + error + ")",
                    "open a page");
        }
        return Problem.failed(
                "page-unreachable",
                action,
                WHY_UNREACHABLE.getOrDefault(error, "the browser cannot load it")
                        + " ("
                        + error
                        + ")",
                "look whether the site is up and the address is right");
    }

    private static Problem timeOut(String message, String action, Duration limit) {
        return Problem.failed(
                "step-timeout",
                action,
                reason(message) + " within " + inSeconds(limit),
                "see the screenshot; if the site is only slow, give the steps more time");
    }

    /// The reason in the engine's log of what it waited for; the last one counts.
    private static String reason(String message) {
        if (message.contains("intercepts pointer events")) {
            return "something covers the element and did not go away";
        }
        if (message.contains("element is not enabled")) {
            return "the element was disabled and did not become enabled";
        }
        if (message.contains("element is not visible")) {
            return "the element was hidden and did not become visible";
        }
        if (message.contains("element is not stable")) {
            return "the element kept moving";
        }
        if (message.contains("did not find some options")) {
            return "the list did not offer that option";
        }
        if (message.contains("waiting for scheduled navigations")) {
            return "the page behind it did not begin to come";
        }
        if (message.contains("locator resolved to")) {
            return "the element did not become ready";
        }
        if (message.contains("waiting for locator")) {
            return "no element matched";
        }
        return "it was not done";
    }

    static String inSeconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    /// What an assertion about an element's text saw instead.
    static String received(AssertionError differs) {
        String message = String.valueOf(differs.getMessage());
        Matcher received = RECEIVED.matcher(message);
        if (message.contains("element(s) not found") || !received.find()) {
            return "there is no such element";
        }
        return "it is \"" + received.group(1).strip() + "\"";
    }

    /// The engine's message without its call log.
    static String firstLine(Exception failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        if (message.startsWith("Error {")) {
            Matcher quoted = Pattern.compile("message='([^\\n]*)").matcher(message);
            if (quoted.find()) {
                return quoted.group(1).strip();
            }
        }
        return message.lines().findFirst().orElse("no message");
    }
}

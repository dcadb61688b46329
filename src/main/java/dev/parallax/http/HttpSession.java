package dev.parallax.http;

import dev.parallax.http.Redirect.Hop;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Profile;
import dev.parallax.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/// One visitor on HTTP/2 or HTTP/1.1, whichever the server prefers. Cookies, open connections and
/// TLS sessions live as long as the session: a new one is cold, later calls of the same one are
/// warm.
///
/// Each hop of a redirect is an exchange of its own. Nothing is ever retried, a failure stays a
/// failure. A call's time limit also holds against a server that sends a byte now and then. Before
/// the first session of the process the code is warmed up, so that the first look-up, connect and
/// handshake do not pay for loading classes; see [WarmUp].
///
/// Used by one thread at a time; only [#cancel] may be called from another.
public final class HttpSession implements AutoCloseable {
    /// The largest part of a response's body that is kept for assertions, in bytes.
    public static final int BODY_LIMIT = 10 * 1024 * 1024;

    /// The most redirects a call follows, as in Chromium and Firefox.
    public static final int REDIRECT_LIMIT = 20;

    private final Wire wire;
    private final long startNanos = System.nanoTime();
    private volatile boolean cancelled;

    HttpSession(Wire wire) {
        this.wire = wire;
    }

    /// A new visitor with the profile's locale and user agent, which gets the mark of synthetic
    /// traffic added. The profile's network is not applied here.
    public static HttpSession open(Profile profile) {
        return open(profile, HttpOptions.DIRECT);
    }

    /// A new visitor that leaves this machine the way the options say.
    public static HttpSession open(Profile profile, HttpOptions options) {
        WarmUp.once();
        return new HttpSession(new Wire(options, profile));
    }

    /// What sends, with its version: `Apache-HttpClient 5.6.5, HTTP/1.1 and HTTP/2`.
    public static String engine() {
        return Wire.library() + ", HTTP/1.1 and HTTP/2";
    }

    /// Sends the request and follows redirects until a response, a failure or the call's time
    /// limit. Times of the exchanges count from the opening of the session.
    ///
    /// @throws CancellationException if the session was cancelled
    public HttpResult send(HttpCall call) {
        var mask = new Mask(call.secrets());
        try (var deadline = new Deadline(call.timeout(), wire::abort)) {
            return new Course(call, mask, deadline).follow(firstHop(call));
        } catch (IllegalArgumentException refused) {
            return invalid(call, mask.hide(Failures.message(refused)));
        }
    }

    private static Hop firstHop(HttpCall call) {
        return new Hop(
                WebAddress.parse(call.url()),
                call.method().strip().toUpperCase(Locale.ROOT),
                call.headers(),
                call.body());
    }

    private static HttpResult invalid(HttpCall call, String why) {
        return new HttpResult.Failed(Failures.invalidCall(call.method(), why), why, List.of());
    }

    /// Breaks off the call under way and refuses further ones; from any thread.
    public void cancel() {
        cancelled = true;
        wire.abort();
    }

    /// Closes all connections.
    @Override
    public void close() {
        wire.close();
    }

    /// One call on its way from hop to hop.
    private final class Course {
        private final HttpCall call;
        private final Mask mask;
        private final Deadline deadline;
        private final List<Exchange> exchanges = new ArrayList<>();

        Course(HttpCall call, Mask mask, Deadline deadline) {
            this.call = call;
            this.mask = mask;
            this.deadline = deadline;
        }

        HttpResult follow(Hop first) {
            Hop hop = first;
            String previous = "";
            while (true) {
                var clock = new PhaseClock();
                Received received;
                try {
                    received = wire.send(hop, clock, () -> cancelled || deadline.isExpired());
                } catch (IOException | HttpException broken) {
                    return broken(hop, clock, broken);
                }
                exchanges.add(
                        exchange(hop, clock, received, null)
                                .with(ExchangeDetails.of(received, previous, mask)));
                Optional<Hop> next;
                try {
                    String location = received.fields().get("location");
                    next = Redirect.follow(hop, received.status(), location, mask);
                } catch (IllegalArgumentException refused) {
                    String why = mask.hide(Failures.message(refused));
                    return failed(Failures.redirectRefused(shown(hop), why), why);
                }
                if (next.isEmpty()) {
                    return answered(hop, received);
                }
                if (exchanges.size() > REDIRECT_LIMIT) {
                    Problem problem = Failures.tooManyRedirects(shown(first), REDIRECT_LIMIT);
                    return failed(problem, problem.why());
                }
                previous = mask.hide(hop.uri().toString());
                hop = next.get();
            }
        }

        private HttpResult broken(Hop hop, PhaseClock clock, Exception cause) {
            if (cancelled) {
                throw new CancellationException("cancelled");
            }
            Problem problem =
                    deadline.isExpired()
                            ? Failures.timeout(shown(hop), call.timeout(), clock.latest())
                            : Failures.of(shown(hop), hop.uri(), clock.latest(), cause);
            exchanges.add(exchange(hop, clock, null, problem.why()));
            return failed(
                    problem, cause.getClass().getSimpleName() + ": " + Failures.message(cause));
        }

        private HttpResult failed(Problem problem, String detail) {
            return new HttpResult.Failed(problem, mask.hide(detail), exchanges);
        }

        private HttpResult answered(Hop hop, Received received) {
            return new HttpResult.Answered(
                    received.status(),
                    hop.uri().toString(),
                    received.fields(),
                    received.body(),
                    received.cut(),
                    exchanges);
        }

        private Exchange exchange(
                Hop hop, PhaseClock clock, @Nullable Received received, @Nullable String failure) {
            return new Exchange(
                    hop.method(),
                    mask.hide(hop.uri().toString()),
                    received == null ? 0 : received.status(),
                    received == null ? "request" : received.type(),
                    received == null ? "" : received.protocol(),
                    (clock.startNanos() - startNanos) / 1e6,
                    clock.phases(),
                    received == null ? -1 : received.transfer().receivedBytes(),
                    failure);
        }

        private String shown(Hop hop) {
            return mask.hide(hop.method() + " " + hop.uri());
        }
    }
}

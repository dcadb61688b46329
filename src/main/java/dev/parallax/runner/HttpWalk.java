package dev.parallax.runner;

import dev.parallax.http.HttpOptions;
import dev.parallax.http.HttpSession;
import dev.parallax.http.ProxyRule;
import dev.parallax.http.ProxyServer;
import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Walks a journey of requests without a browser. Each iteration is a visitor of its own, with new
/// connections, TLS sessions and cookies. The one metric of its pages is the time to first byte.
public final class HttpWalk implements Walk {
    private static final List<String> NOTES =
            List.of(
                    "each iteration is cold: no connection, TLS session or cookie of the one before",
                    "HTTP/1.1 only");

    private final RunRequest request;
    private final Texts texts;
    private final CountDownLatch aborted = new CountDownLatch(1);
    private volatile @Nullable HttpSession underWay;

    private HttpWalk(RunRequest request, Texts texts) {
        this.request = request;
        this.texts = texts;
    }

    /// Opens walks over HTTP.
    public static Walk.Opener opener() {
        return HttpWalk::new;
    }

    /// @throws ProblemException if a step needs a browser, or the profile a shaped network
    @Override
    public void start() {
        Journey journey = request.journey();
        Stream.concat(journey.prelude().stream(), journey.steps().stream())
                .filter(HttpWalk::needsBrowser)
                .findFirst()
                .ifPresent(step -> {
                    throw new ProblemException(refusal(journey, step));
                });
        if (request.profile().network().method() == Network.Method.DEVTOOLS) {
            throw new ProblemException(
                    Problem.usage(
                            "profile-not-supported",
                            "cannot run with the profile " + request.profile().id(),
                            "DevTools throttles browsers only",
                            "use a profile whose network is shaped by the proxy, or not at all"));
        }
    }

    private static boolean needsBrowser(Step step) {
        return switch (step) {
            case Step.Navigate _, Step.Click _, Step.Fill _, Step.Select _, Step.Press _ -> true;
            case Step.Wait(_, var condition) -> needsBrowser(condition);
            case Step.Assert(_, var assertion) -> needsBrowser(assertion);
            case Step.Request _, Step.PageMark _ -> false;
        };
    }

    private static boolean needsBrowser(Condition condition) {
        return switch (condition) {
            case Condition.ElementVisible _, Condition.UrlContains _ -> true;
            case Condition.Passed _ -> false;
        };
    }

    private static boolean needsBrowser(Assertion assertion) {
        return switch (assertion) {
            case Assertion.ElementVisible _, Assertion.ElementText _ -> true;
            case Assertion.UrlContains _,
                    Assertion.StatusIs _,
                    Assertion.BodyContains _,
                    Assertion.FasterThan _ ->
                    false;
        };
    }

    private static Problem refusal(Journey journey, Step step) {
        return Problem.usage(
                "http-step-needs-browser",
                "cannot walk the journey \"" + journey.name() + "\" over HTTP",
                "the step \"" + step.label() + "\" needs a browser",
                "make it a browser journey, or use request, wait, assert and page steps only");
    }

    @Override
    public String engine() {
        return HttpSession.engine();
    }

    /// The requested profile with the machine's own processor, which nothing here slows down.
    @Override
    public Profile applied() {
        Profile asked = request.profile();
        return new Profile(
                asked.id(), asked.name(), asked.device(), asked.network(), 1, asked.locale());
    }

    @Override
    public List<String> notes() {
        return Stream.concat(
                        NOTES.stream(),
                        AccessNetwork.notes(request.profile().network()).stream())
                .toList();
    }

    @Override
    public Iteration walk(int number) {
        try (var network = AccessNetwork.of(request.profile().network(), _ -> false);
                HttpSession session = HttpSession.open(request.profile(), options(network))) {
            underWay = session;
            if (isAborted()) {
                session.cancel();
            }
            var visitor = new HttpVisitor(session, texts, request.limits().step(), aborted);
            List<StepResult> steps = Steps.walk(request.journey(), visitor);
            return new Iteration(
                    number, steps, visitor.pages(), visitor.exchanges(), Optional.empty());
        } catch (CancellationException cancelled) {
            throw new LostEngineException("the walk was ended", cancelled);
        } finally {
            underWay = null;
        }
    }

    private static HttpOptions options(AccessNetwork network) {
        return network.gateway()
                .map(way -> ProxyServer.socks("127.0.0.1", way.address().getPort()))
                .map(way -> HttpOptions.DIRECT.with(ProxyRule.through(way, List.of())))
                .orElse(HttpOptions.DIRECT);
    }

    private boolean isAborted() {
        return aborted.getCount() == 0;
    }

    @Override
    public void abort() {
        aborted.countDown();
        HttpSession session = underWay;
        if (session != null) {
            session.cancel();
        }
    }

    /// Nothing outlives an iteration.
    @Override
    public void close() {}
}

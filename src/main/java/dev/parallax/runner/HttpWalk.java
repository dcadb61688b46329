package dev.parallax.runner;

import dev.parallax.http.HttpOptions;
import dev.parallax.http.HttpSession;
import dev.parallax.http.ProxyRule;
import dev.parallax.http.ProxyServer;
import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.BlockList;
import dev.parallax.measure.CacheState;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Walks a journey of requests without a browser. Each iteration is a visitor of its own, with new
/// connections, TLS sessions and cookies. The one metric of its pages is the time to first byte.
public final class HttpWalk implements Walk {
    private static final List<String> NOTES =
            List.of(
                    "each iteration is cold: no connection, TLS session or cookie of the one before",
                    "HTTP/2 where the server offers it, else HTTP/1.1; HTTP/3 is not spoken");

    private final RunRequest request;
    private final Texts texts;
    private final Supplier<HttpOptions> network;
    private final InstantSource clock;
    private final ExpiringCertificates expiring = new ExpiringCertificates();
    private final CountDownLatch aborted = new CountDownLatch(1);
    private volatile @Nullable HttpSession underWay;

    private HttpOptions options = HttpOptions.DIRECT;

    private HttpWalk(
            RunRequest request, Texts texts, Supplier<HttpOptions> network, InstantSource clock) {
        this.request = request;
        this.texts = texts;
        this.network = network;
        this.clock = clock;
    }

    /// Opens walks over HTTP that go straight to the servers.
    public static Walk.Opener opener() {
        return opener(() -> HttpOptions.DIRECT, InstantSource.system());
    }

    /// Opens walks over HTTP.
    ///
    /// @param network how requests leave this machine, asked at the start of each walk
    /// @param clock tells how long certificates still hold
    public static Walk.Opener opener(Supplier<HttpOptions> network, InstantSource clock) {
        return (request, texts) -> new HttpWalk(request, texts, network, clock);
    }

    /// @throws ProblemException if a step needs a browser, the profile a shaped network, or the
    ///   network settings cannot be used
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
        options = network.get();
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
        return asked.withCpuRate(1).withCacheState(CacheState.COLD).withBlockList(BlockList.NONE);
    }

    @Override
    public List<String> notes() {
        return Stream.concat(
                        NOTES.stream(), AccessNetwork.notes(request.profile().network()).stream())
                .toList();
    }

    @Override
    public List<String> remarks() {
        return expiring.remarks(clock.instant());
    }

    @Override
    public Iteration walk(int number) {
        try (var network = AccessNetwork.of(request.profile().network(), _ -> false);
                HttpSession session = HttpSession.open(request.profile(), through(network))) {
            underWay = session;
            if (isAborted()) {
                session.cancel();
            }
            var visitor = new HttpVisitor(session, texts, request.limits().step(), aborted);
            List<StepResult> steps = Steps.walk(request.journey(), visitor);
            expiring.look(visitor.exchanges());
            return new Iteration(
                    number, steps, visitor.pages(), visitor.exchanges(), Optional.empty());
        } catch (CancellationException cancelled) {
            throw new LostEngineException("the walk was ended", cancelled);
        } finally {
            underWay = null;
        }
    }

    /// The shaped network takes the place of any other proxy.
    private HttpOptions through(AccessNetwork network) {
        return network.gateway()
                .map(way -> ProxyServer.socks("127.0.0.1", way.address().getPort()))
                .map(way -> options.with(ProxyRule.through(way, List.of())))
                .orElse(options);
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

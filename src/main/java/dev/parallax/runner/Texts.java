package dev.parallax.runner;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Target;
import dev.parallax.journey.Variables;
import dev.parallax.measure.Evidence;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Header;
import dev.parallax.measure.Initiator;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The texts of one run: fills variables and secrets in, and hides the secrets again in whatever is
/// kept.
///
/// Hidden are the value as it is, percent-encoded, form-encoded, and as JSON and HTML spell it, and
/// the user and password of a URL. What a page makes of a secret (a hash, a part of it) cannot be
/// known and is not hidden.
public final class Texts {
    /// What stands where a secret was.
    public static final String HIDDEN = "•••";

    private static final Pattern USER_INFO =
            Pattern.compile("(?<=^[a-zA-Z][a-zA-Z0-9+.-]{0,20}://)[^/?#@\\s]*@");

    private static final Pattern ORIGIN =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)(?:[^/?#@]*@)?([^/?#@]+)");

    private final Journey journey;
    private final Inputs inputs;
    private final ConcurrentSkipListSet<String> secrets =
            new ConcurrentSkipListSet<>(
                    Comparator.comparingInt(String::length)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()));

    public Texts(Journey journey, Inputs inputs) {
        this.journey = journey;
        this.inputs = inputs;
    }

    /// The text with every placeholder filled in.
    ///
    /// @param origin where the text will be used; decides whether a secret is given out
    /// @throws dev.parallax.problem.ProblemException if a variable or secret has no value, or a
    ///   secret is refused at this origin
    public String resolve(String text, String origin) {
        UnaryOperator<String> secret = name -> remembered(inputs.secrets().value(name, origin));
        return Variables.of(journey, inputs.variables(), secret).resolve(text);
    }

    /// The URL with every placeholder filled in; its secrets are for its own origin.
    public String resolveUrl(String url) {
        UnaryOperator<String> any = _ -> "secret";
        String plain = Variables.of(journey, inputs.variables(), any).resolve(url);
        return resolve(url, originOf(plain));
    }

    /// Scheme, host and port of a URL: `https://shop.example`; empty if it has no host.
    public static String originOf(String url) {
        Matcher origin = ORIGIN.matcher(url);
        return origin.lookingAt() ? origin.group(1) + origin.group(2) : "";
    }

    /// The target with every selector filled in; selectors hold no secrets.
    public Target resolve(Target target) {
        return new Target(
                target.selectors().stream()
                        .map(selector -> resolve(selector, "a selector"))
                        .toList());
    }

    private String remembered(String value) {
        if (!value.isEmpty()) {
            String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
            secrets.add(value);
            secrets.add(form);
            secrets.add(form.replace("+", "%20"));
            secrets.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
            secrets.add(
                    value.replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;")
                            .replace("\"", "&quot;"));
        }
        return value;
    }

    /// The secrets filled in so far, in every spelling that is hidden.
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /// The text with every secret that was filled in so far hidden, and the user and password of a
    /// URL.
    public String mask(String text) {
        String masked = USER_INFO.matcher(text).replaceFirst(HIDDEN + "@");
        for (String secret : secrets) {
            masked = masked.replace(secret, HIDDEN);
        }
        return masked;
    }

    /// The problem without secrets.
    public Problem mask(Problem problem) {
        return new Problem(
                problem.code(),
                problem.kind(),
                mask(problem.what()),
                mask(problem.why()),
                mask(problem.next()));
    }

    /// The iteration without secrets. Its pictures are masked where they are taken.
    public Iteration mask(Iteration iteration) {
        Evidence evidence = iteration.evidence();
        return new Iteration(
                iteration.number(),
                iteration.cache(),
                iteration.steps().stream().map(this::mask).toList(),
                iteration.pages().stream().map(this::mask).toList(),
                iteration.exchanges().stream().map(this::mask).toList(),
                new Evidence(
                        evidence.screenshot(),
                        evidence.filmstrip(),
                        evidence.messages().stream().map(this::mask).toList(),
                        evidence.trace()));
    }

    private StepResult mask(StepResult step) {
        return switch (step) {
            case StepResult.Done done -> done;
            case StepResult.Skipped skipped -> skipped;
            case StepResult.Failed(var label, var took, var problem, var detail) ->
                    new StepResult.Failed(label, took, mask(problem), maskNullable(detail));
        };
    }

    private PageResult mask(PageResult page) {
        return new PageResult(
                page.page(),
                mask(page.url()),
                page.template(),
                page.metrics(),
                page.timing().map(this::mask));
    }

    private PageTiming mask(PageTiming timing) {
        return new PageTiming(
                timing.startMillis(),
                timing.kind(),
                timing.largestPaint()
                        .map(paint ->
                                new PageTiming.LargestPaint(
                                        mask(paint.element()), mask(paint.url()))));
    }

    private PageMessage mask(PageMessage message) {
        return new PageMessage(
                message.atMillis(), message.level(), mask(message.text()), mask(message.source()));
    }

    private Exchange mask(Exchange exchange) {
        return new Exchange(
                exchange.method(),
                mask(exchange.url()),
                exchange.status(),
                exchange.type(),
                exchange.protocol(),
                exchange.startMillis(),
                exchange.phases(),
                exchange.transferBytes(),
                maskNullable(exchange.failure()),
                mask(exchange.detail()));
    }

    private ExchangeDetail mask(ExchangeDetail detail) {
        Initiator initiator = detail.initiator();
        return new ExchangeDetail(
                new Initiator(initiator.kind(), mask(initiator.url()), initiator.line()),
                detail.requestHeaders().stream().map(this::mask).toList(),
                detail.responseHeaders().stream().map(this::mask).toList(),
                detail.sizes(),
                detail.remoteAddress(),
                detail.source(),
                detail.tls(),
                detail.body().map(body -> body.masked(this::mask)));
    }

    private Header mask(Header header) {
        return new Header(header.name(), mask(header.value()));
    }

    private @Nullable String maskNullable(@Nullable String text) {
        return text == null ? null : mask(text);
    }
}

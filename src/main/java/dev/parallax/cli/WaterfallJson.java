package dev.parallax.cli;

import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.Phases;

/// The JSON shape of what one iteration has to show, as `docs/cli.md` describes it.
final class WaterfallJson {
    private WaterfallJson() {}

    /// Requests and messages; headers and bodies are in the HTTP Archive.
    static JsonObject of(Iteration iteration) {
        return JsonObject.of("iteration", iteration.number())
                .with(
                        "exchanges",
                        iteration.exchanges().stream().map(WaterfallJson::exchange).toList())
                .with(
                        "messages",
                        iteration.evidence().messages().stream()
                                .map(WaterfallJson::message)
                                .toList())
                .with(
                        "filmstripMillis",
                        iteration.evidence().filmstrip().stream()
                                .map(frame -> tenth(frame.atMillis()))
                                .toList());
    }

    static JsonObject timing(PageTiming timing) {
        return JsonObject.of("startMillis", tenth(timing.startMillis()))
                .with("kind", timing.kind().key())
                .with(
                        "largestPaint",
                        timing.largestPaint()
                                .map(paint ->
                                        JsonObject.of("element", paint.element())
                                                .with("url", paint.url())));
    }

    private static JsonObject exchange(Exchange exchange) {
        ExchangeDetail detail = exchange.detail();
        Phases phases = exchange.phases();
        ByteSizes sizes = detail.sizes();
        return JsonObject.of("method", exchange.method())
                .with("url", exchange.url())
                .with("status", exchange.status())
                .with("type", exchange.type())
                .with("protocol", exchange.protocol())
                .with("startMillis", tenth(exchange.startMillis()))
                .with(
                        "phases",
                        JsonObject.of("dns", phases.dns())
                                .with("connect", phases.connect())
                                .with("tls", phases.tls())
                                .with("send", phases.send())
                                .with("wait", phases.waiting())
                                .with("receive", phases.receive()))
                .with("transferBytes", exchange.transferBytes())
                .with("bodyBytes", sizes.responseBodyBytes())
                .with("decodedBodyBytes", sizes.decodedBodyBytes())
                .with("source", detail.source().key())
                .with("remoteAddress", detail.remoteAddress())
                .with(
                        "initiator",
                        JsonObject.of("kind", detail.initiator().kind().key())
                                .with("url", detail.initiator().url())
                                .with("line", detail.initiator().line()))
                .with("failure", exchange.failure());
    }

    private static JsonObject message(PageMessage message) {
        return JsonObject.of("atMillis", tenth(message.atMillis()))
                .with("level", message.level().key())
                .with("text", message.text())
                .with("source", message.source());
    }

    private static double tenth(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}

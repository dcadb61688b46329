package dev.parallax.cli;

import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Initiator;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.Phases;
import dev.parallax.measure.TlsDetail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// The JSON shape of what one iteration has to show, as `docs/cli.md` describes it.
final class WaterfallJson {
    private WaterfallJson() {}

    /// Requests and messages; headers and bodies are in the HTTP Archive.
    static JsonObject of(Iteration iteration) {
        return JsonObject.of("iteration", iteration.number())
                .with("exchanges", exchanges(iteration.exchanges()))
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

    private static JsonObject exchange(Exchange exchange, int hops) {
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
                .with("hops", hops)
                .with("tls", detail.tls().map(WaterfallJson::tls))
                .with("failure", exchange.failure());
    }

    /// How many redirects led to each exchange: one that a redirect asked for comes behind the one
    /// that answered with it.
    private static List<JsonObject> exchanges(List<Exchange> exchanges) {
        var json = new ArrayList<JsonObject>();
        var hopsOf = new HashMap<String, Integer>();
        for (Exchange exchange : exchanges) {
            Initiator initiator = exchange.detail().initiator();
            int hops =
                    initiator.kind() == Initiator.Kind.REDIRECT
                            ? hopsOf.getOrDefault(initiator.url(), 0) + 1
                            : 0;
            hopsOf.put(exchange.url(), hops);
            json.add(exchange(exchange, hops));
        }
        return json;
    }

    private static JsonObject tls(TlsDetail tls) {
        return JsonObject.of("protocol", tls.protocol())
                .with("cipher", tls.cipher())
                .with("subject", tls.subject())
                .with("issuer", tls.issuer())
                .with("validFrom", tls.validFrom() == null ? null : tls.validFrom().toString())
                .with("validTo", tls.validTo() == null ? null : tls.validTo().toString());
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

package dev.parallax.ui.checks.run;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.Initiator;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.net.URI;
import java.net.URISyntaxException;

/// How parts of a run are called.
final class Words {
    private Words() {}

    /// The last part of an address's path, or its host for a root page.
    static String name(String url) {
        try {
            var uri = new URI(url);
            String path = uri.getPath() == null ? "" : uri.getPath();
            String last = path.substring(path.lastIndexOf('/') + 1);
            String name = last.isEmpty() ? path : last;
            return name.isEmpty() || name.equals("/") ? String.valueOf(uri.getHost()) : name;
        } catch (URISyntaxException _) {
            return url;
        }
    }

    /// What stands in the column of the status.
    static String status(Exchange exchange) {
        return exchange.status() > 0 ? String.valueOf(exchange.status()) : Texts.of("request.none");
    }

    /// For whoever hears the row instead of seeing it.
    static String spoken(Exchange exchange) {
        return Texts.of(
                "request.spoken",
                exchange.method(),
                name(exchange.url()),
                exchange.failure() == null ? status(exchange) : exchange.failure(),
                Numbers.bytes(exchange.transferBytes()),
                Numbers.millis(exchange.startMillis()),
                Numbers.millis(exchange.phases().total()));
    }

    /// What made the browser ask.
    static String cause(Initiator initiator) {
        String kind =
                switch (initiator.kind()) {
                    case VISITOR -> Texts.of("cause.visitor");
                    case PARSER -> Texts.of("cause.parser");
                    case SCRIPT -> Texts.of("cause.script");
                    case REDIRECT -> Texts.of("cause.redirect");
                    case PRELOAD -> Texts.of("cause.preload");
                    case OTHER -> Texts.of("cause.other");
                };
        if (initiator.url().isEmpty()) {
            return kind;
        }
        String place =
                initiator.line() > 0
                        ? name(initiator.url()) + ":" + initiator.line()
                        : name(initiator.url());
        return Texts.of("cause.at", kind, place);
    }
}

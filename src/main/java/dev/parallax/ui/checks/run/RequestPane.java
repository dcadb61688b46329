package dev.parallax.ui.checks.run;

import dev.parallax.measure.BodyPreview;
import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Header;
import dev.parallax.measure.TlsDetail;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.SegmentedControl;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is known of one request: in general, its headers, where its time went, and the beginning of
/// the answer.
final class RequestPane extends VBox {
    private final SegmentedControl<Part> part =
            new SegmentedControl<>(List.of(Part.values()), Part::title);
    private final Label name = Labels.heading("");
    private final ScrollPane content = new ScrollPane();
    private @Nullable Exchange shown;

    private enum Part {
        GENERAL,
        HEADERS,
        TIMING,
        BODY;

        String title() {
            return switch (this) {
                case GENERAL -> Texts.of("request.general");
                case HEADERS -> Texts.of("request.headers");
                case TIMING -> Texts.of("request.timing");
                case BODY -> Texts.of("request.body");
            };
        }
    }

    /// @param close called when the pane is to be put away
    RequestPane(Runnable close) {
        getStyleClass().add("request-pane");
        name.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head =
                new HBox(
                        12,
                        name,
                        gap,
                        part,
                        Buttons.icon(Texts.of("request.close"), Feather.X, close));
        head.setAlignment(Pos.CENTER_LEFT);
        content.setFitToWidth(true);
        content.getStyleClass().add("flush-scroll");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content);
        part.value().subscribe(_ -> fill());
    }

    void show(Exchange exchange) {
        name.setText(Words.name(exchange.url()));
        shown = exchange;
        fill();
    }

    private void fill() {
        if (shown != null) {
            content.setContent(content(shown, part.value().get()));
            content.setVvalue(0);
        }
    }

    private static Node content(Exchange exchange, Part part) {
        ExchangeDetail detail = exchange.detail();
        return switch (part) {
            case GENERAL -> general(exchange, detail);
            case HEADERS -> headers(detail);
            case TIMING -> timing(exchange);
            case BODY -> detail.body().map(RequestPane::body).orElseGet(RequestPane::noBody);
        };
    }

    private static Node general(Exchange exchange, ExchangeDetail detail) {
        String failure = exchange.failure();
        var facts =
                new Facts()
                        .code(Texts.of("request.address"), exchange.url())
                        .add(Texts.of("request.method"), exchange.method())
                        .add(
                                Texts.of("request.status"),
                                failure == null
                                        ? Words.status(exchange)
                                        : Texts.of("request.failed", failure))
                        .add(Texts.of("request.type"), exchange.type())
                        .add(Texts.of("request.protocol"), exchange.protocol())
                        .add(Texts.of("request.server"), detail.remoteAddress())
                        .add(Texts.of("request.cause"), Words.cause(detail.initiator()))
                        .add(Texts.of("request.source"), source(detail.source()))
                        .add(Texts.of("request.size"), size(exchange, detail.sizes()));
        detail.tls().ifPresent(tls -> secured(facts, tls));
        return facts;
    }

    private static void secured(Facts facts, TlsDetail tls) {
        facts.section(Texts.of("request.tls"))
                .add(Texts.of("request.tls.protocol"), tls.protocol() + " " + tls.cipher())
                .add(Texts.of("request.tls.subject"), tls.subject())
                .add(Texts.of("request.tls.issuer"), tls.issuer());
        if (tls.validTo() != null) {
            facts.add(Texts.of("request.tls.expires"), Numbers.day(tls.validTo()));
        }
    }

    private static String source(ExchangeDetail.Source source) {
        return switch (source) {
            case NETWORK -> Texts.of("source.network");
            case MEMORY_CACHE -> Texts.of("source.memory");
            case DISK_CACHE -> Texts.of("source.disk");
            case SERVICE_WORKER -> Texts.of("source.worker");
        };
    }

    private static String size(Exchange exchange, ByteSizes sizes) {
        return Texts.of(
                "request.sizes",
                Numbers.bytes(exchange.transferBytes()),
                Numbers.bytes(sizes.responseHeaderBytes()),
                Numbers.bytes(sizes.decodedBodyBytes()));
    }

    private static Node headers(ExchangeDetail detail) {
        if (detail.requestHeaders().isEmpty() && detail.responseHeaders().isEmpty()) {
            return nothing(Texts.of("request.noheaders"));
        }
        var facts = new Facts();
        lines(facts, Texts.of("request.headers.sent"), detail.requestHeaders());
        lines(facts, Texts.of("request.headers.received"), detail.responseHeaders());
        return facts;
    }

    private static void lines(Facts facts, String title, List<Header> headers) {
        if (!headers.isEmpty()) {
            facts.section(title);
            headers.forEach(header -> facts.code(header.name(), header.value()));
        }
    }

    private static Node timing(Exchange exchange) {
        var facts =
                new Facts().add(Texts.of("request.starts"), Numbers.millis(exchange.startMillis()));
        for (PhaseBars.Phase phase : PhaseBars.Phase.of(exchange.phases())) {
            if (phase.millis() != null) {
                facts.add(phase.name(), Numbers.millis(phase.millis()));
            }
        }
        return facts.add(Texts.of("request.total"), Numbers.millis(exchange.phases().total()));
    }

    private static Node body(BodyPreview body) {
        var text = new TextArea(body.text());
        text.setEditable(false);
        text.getStyleClass().add("code");
        text.setPrefRowCount(12);
        if (!body.isCut()) {
            return text;
        }
        return new VBox(
                4,
                Labels.caption(
                        Texts.of(
                                "request.cut",
                                Numbers.count(body.text().length()),
                                Numbers.count(body.wholeCharacters()))),
                text);
    }

    private static Node noBody() {
        return nothing(Texts.of("request.nobody"));
    }

    private static Node nothing(String why) {
        Label label = Labels.caption(why);
        label.setWrapText(true);
        return label;
    }
}

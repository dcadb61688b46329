package dev.parallax.ui.checks;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.Phases;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The requests of one iteration as bars over time, each cut into its phases.
final class Waterfall extends VBox {
    private static final double NAME_WIDTH = 176;
    private static final double STATUS_WIDTH = 32;
    private static final double SIZE_WIDTH = 72;

    private record Phase(String styleClass, String name, @Nullable Double millis) {}

    void show(List<Exchange> exchanges) {
        getStyleClass().setAll("waterfall");
        double end =
                exchanges.stream()
                        .mapToDouble(each -> each.startMillis() + each.phases().total())
                        .max()
                        .orElse(1);
        getChildren().setAll(legend());
        exchanges.forEach(exchange -> getChildren().add(row(exchange, end)));
    }

    private static Node row(Exchange exchange, double end) {
        Label name = Labels.body(shortName(exchange.url()));
        name.setMinWidth(NAME_WIDTH);
        name.setMaxWidth(NAME_WIDTH);
        name.setTooltip(new Tooltip(exchange.method() + " " + exchange.url()));
        Label status =
                Labels.caption(exchange.status() > 0 ? String.valueOf(exchange.status()) : "!");
        status.setMinWidth(STATUS_WIDTH);
        if (exchange.failure() != null || exchange.status() >= 400) {
            status.getStyleClass().add("danger-text");
        }
        Label size = Labels.caption(Numbers.bytes(exchange.transferBytes()));
        size.setMinWidth(SIZE_WIDTH);
        size.setAlignment(Pos.CENTER_RIGHT);
        var bars = new Bars(exchange, end);
        HBox.setHgrow(bars, Priority.ALWAYS);
        var row = new HBox(8, name, status, size, bars);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("waterfall-row");
        Tooltip.install(row, new Tooltip(explain(exchange)));
        return row;
    }

    private static List<Phase> phases(Phases phases) {
        return List.of(
                new Phase("phase-dns", Texts.of("phase.dns"), phases.dns()),
                new Phase("phase-connect", Texts.of("phase.connect"), phases.connect()),
                new Phase("phase-tls", Texts.of("phase.tls"), phases.tls()),
                new Phase("phase-send", Texts.of("phase.send"), phases.send()),
                new Phase("phase-wait", Texts.of("phase.wait"), phases.waiting()),
                new Phase("phase-receive", Texts.of("phase.receive"), phases.receive()));
    }

    private static String explain(Exchange exchange) {
        var lines = new ArrayList<String>();
        lines.add(exchange.method() + " " + exchange.url());
        lines.add(Texts.of("waterfall.starts", Numbers.millis(exchange.startMillis())));
        for (Phase phase : phases(exchange.phases())) {
            if (phase.millis() != null) {
                lines.add(phase.name() + "  " + Numbers.millis(phase.millis()));
            }
        }
        String failure = exchange.failure();
        if (failure != null) {
            lines.add(failure);
        }
        return String.join("\n", lines);
    }

    private static Node legend() {
        var legend = new HBox(16);
        for (Phase phase : phases(Phases.NONE)) {
            Label label = Labels.caption(phase.name());
            var swatch = new Region();
            swatch.getStyleClass().addAll("swatch", phase.styleClass());
            label.setGraphic(swatch);
            legend.getChildren().add(label);
        }
        legend.getStyleClass().add("legend");
        return legend;
    }

    /// The last part of the path, or the host for a root page.
    private static String shortName(String url) {
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

    /// The phases of one request, laid out over the width that stands for the whole iteration.
    private static final class Bars extends Pane {
        private static final double HEIGHT = 12;

        private final double start;
        private final double end;
        private final List<Phase> happened = new ArrayList<>();

        Bars(Exchange exchange, double end) {
            this.start = exchange.startMillis();
            this.end = end;
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            for (Phase phase : phases(exchange.phases())) {
                if (phase.millis() != null && phase.millis() > 0) {
                    var bar = new Region();
                    bar.getStyleClass().add(phase.styleClass());
                    happened.add(phase);
                    getChildren().add(bar);
                }
            }
        }

        @Override
        protected void layoutChildren() {
            double pixels = getWidth() / end;
            double x = start * pixels;
            for (int i = 0; i < happened.size(); i++) {
                Double millis = happened.get(i).millis();
                double width = millis == null ? 0 : millis * pixels;
                getChildren().get(i).resizeRelocate(x, 0, Math.max(1, width), HEIGHT);
                x += width;
            }
        }
    }
}

package dev.parallax.ui.controls;

import dev.parallax.measure.RunStatus;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A run's status as a coloured dot and its word, so that colour is never the only sign.
public final class StatusPill extends Label {

    public StatusPill(RunStatus status) {
        this(status.label(), tone(status));
    }

    /// @param tone one of `success`, `warning`, `danger`, `neutral`, `accent`
    public StatusPill(String text, String tone) {
        super(text);
        var dot = new Region();
        dot.getStyleClass().add("dot");
        setGraphic(dot);
        getStyleClass().addAll("status-pill", tone);
        setMinWidth(USE_PREF_SIZE);
    }

    /// The tone a status is shown in.
    public static String tone(RunStatus status) {
        return switch (status) {
            case OK -> "success";
            case DEGRADED -> "warning";
            case FAILED -> "danger";
            case NOT_OBSERVED, CANCELLED -> "neutral";
        };
    }
}

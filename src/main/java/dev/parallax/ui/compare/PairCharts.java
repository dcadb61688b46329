package dev.parallax.ui.compare;

import dev.parallax.ui.chart.DistributionChart;
import dev.parallax.ui.chart.EcdfChart;
import dev.parallax.ui.chart.Shown;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Both sides of a pair over each other, as they are spread and as they add up.
final class PairCharts extends HBox {
    private static final double HEIGHT = 280;

    private final DistributionChart distribution;
    private final EcdfChart ecdf;

    PairCharts(DistributionChart distribution, EcdfChart ecdf) {
        super(16);
        this.distribution = distribution;
        this.ecdf = ecdf;
        distribution.linkWith(ecdf);
        getChildren().addAll(evenly(distribution.node()), evenly(ecdf.node()));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    void show(Optional<Shown> shown) {
        shown.ifPresent(distribution::show);
        shown.ifPresent(ecdf::show);
        if (shown.isPresent()) {
            show((Node) this);
        } else {
            hide(this);
        }
    }

    /// Parts side by side, equally wide.
    static HBox row(double gap, Region... parts) {
        var row = new HBox(gap);
        for (Region part : parts) {
            row.getChildren().add(evenly(part));
        }
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    private static Region evenly(Region part) {
        part.setPrefWidth(0);
        part.setMinWidth(0);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    /// Takes parts off the screen, and their room with them.
    static void hide(Node... parts) {
        for (Node part : parts) {
            part.setVisible(false);
            part.setManaged(false);
        }
    }

    static void show(Node... parts) {
        for (Node part : parts) {
            part.setVisible(true);
            part.setManaged(true);
        }
    }

    /// Makes a table as high as its rows: the screen scrolls, not the table.
    static void fitRows(TableView<?> table, ObservableList<?> rows, double head, double row) {
        table.prefHeightProperty().bind(Bindings.size(rows).multiply(row).add(head));
        table.minHeightProperty().bind(table.prefHeightProperty());
    }
}

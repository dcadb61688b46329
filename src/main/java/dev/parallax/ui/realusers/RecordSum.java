package dev.parallax.ui.realusers;

import dev.parallax.rum.Certificate;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Records read = imported + merged + duplicates + rejected + filtered, as a sum that adds up
/// before one's eyes.
final class RecordSum extends FlowPane {

    /// @param figures how large the numbers are
    RecordSum(Certificate.Sum sum, Function<String, Label> figures) {
        super(12, 8);
        setMinHeight(USE_PREF_SIZE);
        setRowValignment(javafx.geometry.VPos.TOP);
        add("", sum.read(), Texts.of("certificate.read"), figures);
        add("=", sum.imported(), Texts.of("certificate.imported"), figures);
        add("+", sum.merged(), Texts.of("certificate.merged"), figures);
        add("+", sum.duplicates(), Texts.of("certificate.duplicates"), figures);
        add("+", sum.rejected(), Texts.of("certificate.rejected"), figures);
        add("+", sum.filtered(), Texts.of("certificate.filtered"), figures);
    }

    private void add(String sign, long count, String name, Function<String, Label> figures) {
        if (!sign.isEmpty()) {
            Label operator = figures.apply(sign);
            operator.getStyleClass().add("muted");
            getChildren().add(operator);
        }
        Label number = figures.apply(Numbers.count(count));
        number.setMinWidth(USE_PREF_SIZE);
        if (count == 0) {
            number.getStyleClass().add("muted");
        }
        var term = new VBox(0, number, Labels.caption(name));
        term.setAlignment(Pos.TOP_LEFT);
        getChildren().add(term);
    }
}

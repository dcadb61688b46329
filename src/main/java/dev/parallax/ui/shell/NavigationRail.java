package dev.parallax.ui.shell;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The way between the places of the window.
final class NavigationRail extends VBox {

    NavigationRail(ObjectProperty<Place> place) {
        var mark = new Region();
        mark.getStyleClass().add("brand-mark");
        var brand = new HBox(10, mark, Labels.heading(Texts.of("app.name")));
        brand.getStyleClass().add("brand");
        getStyleClass().add("rail");
        getChildren().add(brand);
        var group = new ToggleGroup();
        for (Place each : Place.values()) {
            var button = new ToggleButton(each.label(), Icons.of(each.icon()));
            button.setId("go-" + each.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setUserData(each);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setGraphicTextGap(12);
            button.setTooltip(new Tooltip(Texts.of("rail.tooltip", each.label(), each.digit())));
            button.getStyleClass().add("rail-item");
            button.setOnAction(_ -> {
                button.setSelected(true);
                place.set(each);
            });
            getChildren().add(button);
        }
        place.subscribe(now ->
                group.getToggles().stream()
                        .filter(toggle -> toggle.getUserData() == now)
                        .forEach(group::selectToggle));
    }
}

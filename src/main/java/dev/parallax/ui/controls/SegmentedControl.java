package dev.parallax.ui.controls;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A choice of one among few, all of them on show.
///
/// @param <T> what is chosen
public final class SegmentedControl<T> extends HBox {
    private final ObjectProperty<T> value;

    /// @param options at least one; the first is chosen
    /// @param words how an option is written
    public SegmentedControl(List<T> options, Function<T, String> words) {
        value = new SimpleObjectProperty<>(options.getFirst());
        var group = new ToggleGroup();
        for (T option : options) {
            var button = new ToggleButton(words.apply(option));
            button.setMinWidth(USE_PREF_SIZE);
            button.setUserData(option);
            button.setToggleGroup(group);
            button.getStyleClass().addAll(Styles.SMALL, position(options, option));
            button.setOnAction(_ -> {
                button.setSelected(true);
                value.set(option);
            });
            getChildren().add(button);
        }
        getStyleClass().add("segmented");
        setMaxHeight(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        value.subscribe(chosen ->
                group.getToggles().stream()
                        .filter(toggle -> toggle.getUserData().equals(chosen))
                        .forEach(group::selectToggle));
    }

    /// Shows only these options; the others stay where they are and cannot be chosen.
    public void offer(List<T> some) {
        getChildren()
                .forEach(button -> {
                    boolean isOffered = some.contains(button.getUserData());
                    button.setVisible(isOffered);
                    button.setManaged(isOffered);
                });
    }

    /// The option chosen now.
    public ObjectProperty<T> value() {
        return value;
    }

    private static <T> String position(List<T> options, T option) {
        if (option.equals(options.getFirst())) {
            return Styles.LEFT_PILL;
        }
        return option.equals(options.getLast()) ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}

package dev.parallax.ui.controls;

import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Drop-down lists.
public final class Choices {
    private Choices() {}

    /// A drop-down list that is brief while it is closed.
    ///
    /// @param brief how the chosen value is written
    /// @param words how the values are written in the open list
    public static <T> ComboBox<T> of(
            List<T> values, Function<T, String> brief, Function<T, String> words) {
        ComboBox<T> box = of(values, words);
        box.setButtonCell(
                new ListCell<>() {
                    @Override
                    protected void updateItem(@Nullable T value, boolean empty) {
                        super.updateItem(value, empty);
                        setText(empty || value == null ? "" : brief.apply(value));
                    }
                });
        return box;
    }

    /// A drop-down list of these values; none is chosen yet.
    public static <T> ComboBox<T> of(List<T> values, Function<T, String> words) {
        var box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return box.getItems().stream()
                                .filter(value -> words.apply(value).equals(text))
                                .findFirst()
                                .orElse(null);
                    }
                });
        return box;
    }
}

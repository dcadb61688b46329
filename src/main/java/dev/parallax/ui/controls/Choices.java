package dev.parallax.ui.controls;

import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Drop-down lists.
public final class Choices {
    private Choices() {}

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

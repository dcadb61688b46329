package dev.parallax.ui.controls;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.util.StringConverter;

/// A whole number that is typed or stepped. Takes digits only; what is left empty stays as it was.
public final class NumberSpinner extends Spinner<Integer> {
    private static final int DIGITS = 6;

    public NumberSpinner(int least, int most, int first) {
        var factory = new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, first);
        factory.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Integer number) {
                        return String.valueOf(number);
                    }

                    @Override
                    public Integer fromString(String text) {
                        return text.isEmpty()
                                ? factory.getValue()
                                : Math.clamp(Integer.parseInt(text), least, most);
                    }
                });
        setValueFactory(factory);
        setEditable(true);
        getEditor()
                .setTextFormatter(
                        new TextFormatter<>(change ->
                                change.getControlNewText().matches("[0-9]{0," + DIGITS + "}")
                                        ? change
                                        : null));
    }

    /// The number on show, also if it was typed and not yet confirmed.
    public int number() {
        commitValue();
        return getValue();
    }
}

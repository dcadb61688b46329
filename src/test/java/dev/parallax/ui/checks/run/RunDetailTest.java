package dev.parallax.ui.checks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Run;
import dev.parallax.ui.common.FxThread;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

final class RunDetailTest {
    private final Run run = ShownRuns.walked(3);

    @Test
    void saysWhenPicturesAndRequestsWereRemoved() {
        assertThat(texts(OptionalInt.of(90), detail -> texts(detail)))
                .contains("Removed after 90 days, as the settings say. The numbers stay.");
        assertThat(texts(OptionalInt.of(1), detail -> texts(detail)))
                .contains("Removed after 1 day, as the settings say. The numbers stay.");
    }

    @Test
    void saysNothingOfItWhileTheyAreKept() {
        assertThat(texts(OptionalInt.empty(), detail -> texts(detail)))
                .noneMatch(text -> text.startsWith("Removed"));
    }

    @Test
    void marksTheIterationThatStandsForTheRun() {
        assertThat(texts(OptionalInt.empty(), RunDetailTest::buttons)).contains("2 (median)");
    }

    @Test
    void saysWhichSelectorMatchedInsteadOfTheFirst() {
        assertThat(texts(OptionalInt.empty(), detail -> texts(detail)))
                .contains(
                        "drifted",
                        "Found by text=Buy; its first selector, #buy, matches no more. Choose another one in the journey.");
    }

    @Test
    void setsTheRunBesideAnother() {
        Run other = ShownRuns.walked(3);
        var beside =
                new Beside(
                        List.of(new Beside.Other(UUID.randomUUID(), "yesterday")),
                        (_, taker) -> taker.accept(other));
        List<String> texts =
                FxThread.get(() -> {
                    RunDetail detail = shown(OptionalInt.empty(), beside);
                    press(detail, "Beside another");
                    assertThat(((ComboBox<?>) detail.lookup("#beside")).getValue()).isNotNull();
                    return texts(detail);
                });
        assertThat(texts)
                .contains("Medians", "Difference")
                .anyMatch(text -> text.startsWith("The other run, "));
    }

    @Test
    void showsWhatThePagesSaid() {
        assertThat(
                        texts(
                                OptionalInt.empty(),
                                detail -> {
                                    press(detail, "Console");
                                    return texts(detail);
                                }))
                .contains("Console (1)", "boom is not defined");
    }

    private List<String> texts(OptionalInt removed, Function<RunDetail, List<String>> read) {
        return FxThread.get(() -> read.apply(shown(removed, Beside.NOTHING)));
    }

    private RunDetail shown(OptionalInt removed, Beside beside) {
        var detail = new RunDetail();
        new Scene(detail, 800, 800);
        detail.show(run, removed, beside);
        detail.applyCss();
        detail.layout();
        return detail;
    }

    private static void press(RunDetail detail, String name) {
        detail.lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(name))
                .findFirst()
                .orElseThrow()
                .fire();
        detail.applyCss();
        detail.layout();
    }

    private static List<String> buttons(RunDetail detail) {
        return detail.lookupAll(".toggle-button").stream()
                .map(button -> ((ToggleButton) button).getText())
                .toList();
    }

    private static List<String> texts(RunDetail detail) {
        return detail.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
    }
}

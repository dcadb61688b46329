package dev.parallax.ui.compare;

import dev.parallax.compare.MeasuredRevision;
import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.WindowDialog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Which runs stand for the lab: the newest, those of a revision, those of some days.
final class BaselineMenu extends MenuButton {
    private static final List<Integer> DAYS = List.of(7, 28);

    private final QuestionModel model;

    BaselineMenu(QuestionModel model) {
        this.model = model;
        setId("compare-runs");
        setMinWidth(USE_PREF_SIZE);
        model.revision().subscribe(this::fill);
        model.window().subscribe(this::fill);
        model.revisions().addListener((ListChangeListener<MeasuredRevision>) _ -> fill());
    }

    private void fill() {
        setText(words());
        List<MenuItem> items = new ArrayList<>();
        boolean newest = model.revision().get().isEmpty() && model.window().get().isEmpty();
        items.add(
                choice(
                        Texts.of("compare.runs.newest"),
                        newest,
                        OptionalInt.empty(),
                        Optional.empty()));
        if (!model.revisions().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (MeasuredRevision revision : model.revisions()) {
            var number = OptionalInt.of(revision.number());
            items.add(
                    choice(
                            Texts.of(
                                    "compare.runs.revision.of",
                                    revision.number(),
                                    day(revision.saved()),
                                    revision.runs()),
                            model.revision().get().equals(number),
                            number,
                            model.window().get()));
        }
        items.add(new SeparatorMenuItem());
        Instant now = model.now();
        items.add(lately(Texts.of("compare.runs.day"), now, Duration.ofDays(1)));
        DAYS.forEach(days ->
                items.add(lately(Texts.of("compare.runs.days", days), now, Duration.ofDays(days))));
        var choose = new MenuItem(Texts.of("compare.runs.choose"));
        choose.setOnAction(_ -> choose());
        items.add(choose);
        getItems().setAll(items);
    }

    private MenuItem lately(String text, Instant now, Duration time) {
        var item = new MenuItem(text);
        item.setOnAction(_ ->
                model.window()
                        .set(Optional.of(new TimeWindow(now.minus(time), now.plusMillis(1)))));
        return item;
    }

    private MenuItem choice(
            String text, boolean chosen, OptionalInt revision, Optional<TimeWindow> window) {
        var item = new RadioMenuItem(text);
        item.setSelected(chosen);
        item.setOnAction(_ -> model.runs(revision, window));
        return item;
    }

    private void choose() {
        Instant now = model.now();
        new WindowDialog(
                        this,
                        Texts.of("compare.runs.dialog"),
                        model.window()
                                .get()
                                .orElse(new TimeWindow(now.minus(Duration.ofDays(7)), now)))
                .show(window -> model.window().set(Optional.of(window)));
    }

    private String words() {
        Optional<String> revision =
                model.revision().get().isPresent()
                        ? Optional.of(
                                Texts.of(
                                        "compare.runs.revision", model.revision().get().getAsInt()))
                        : Optional.empty();
        Optional<String> window =
                model.window()
                        .get()
                        .map(time ->
                                Texts.of(
                                        "compare.runs.between",
                                        day(time.from()),
                                        day(time.to().minusMillis(1))));
        if (revision.isEmpty() && window.isEmpty()) {
            return Texts.of("compare.runs.newest");
        }
        return revision.map(first -> window.map(then -> first + " · " + then).orElse(first))
                .or(() -> window)
                .orElseThrow();
    }

    private static String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.getDefault(Locale.Category.FORMAT))
                .format(moment.atZone(ZoneId.systemDefault()));
    }
}

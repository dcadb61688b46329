package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.SegmentChip;
import dev.parallax.ui.controls.WindowDialog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;

/// Which page views all tabs show: page, time, dimensions, and whether those are in it that nobody
/// lived through.
final class SegmentBar extends FlowPane implements SegmentChip.Choosing {
    private final SegmentModel model;
    private final PageChip page;
    private final MenuButton window = chip("chip-window");
    private final MenuButton excluded = chip("chip-excluded");
    private final Node clear;
    private final Map<Dimension, SegmentChip> chips = new EnumMap<>(Dimension.class);

    SegmentBar(SegmentModel model) {
        super(8, 8);
        this.model = model;
        page = new PageChip(model::page);
        clear = Buttons.link(Texts.of("segment.clear"), model::clear);
        setMinHeight(USE_PREF_SIZE);
        model.pages().subscribe(page::offer);
        model.asked().subscribe(_ -> label());
        model.counted().subscribe(_ -> fill());
    }

    private static MenuButton chip(String id) {
        var chip = new MenuButton();
        chip.setId(id);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        // paths may have underscores, which would be taken for access keys
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Keeps the chips there are, so that an open list stays open while its counts change.
    private void fill() {
        model.counted()
                .get()
                .counts()
                .forEach((dimension, values) ->
                        chips.computeIfAbsent(dimension, each -> new SegmentChip(each, this))
                                .show(values));
        label();
    }

    private void label() {
        Optional<Asked> asked = model.asked().get();
        var nodes = new ArrayList<Node>();
        if (asked.isPresent()) {
            Segment segment = asked.get().segment();
            Dataset dataset = asked.get().dataset();
            PageTemplate chosen = segment.page();
            say(page, chosen != null, chosen == null ? Texts.of("segment.page") : chosen.path());
            nodes.add(page);
            asked.get()
                    .views()
                    .range()
                    .ifPresent(range -> {
                        fillWindow(range);
                        nodes.add(window);
                    });
            TimeWindow when = segment.window();
            say(window, when != null, when == null ? Texts.of("segment.time") : words(when));
            chips.values().forEach(SegmentChip::label);
            Set<Dimension> counted = model.counted().get().counts().keySet();
            chips.forEach((dimension, chip) -> {
                if (counted.contains(dimension)) {
                    nodes.add(chip);
                }
            });
            if (dataset.rows() > dataset.pageViews()) {
                fillExcluded(segment, dataset);
                nodes.add(excluded);
            }
            if (!segment.isAll()) {
                nodes.add(clear);
            }
        }
        setManaged(!nodes.isEmpty());
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    private static void say(MenuButton chip, boolean isChosen, String text) {
        chip.setMnemonicParsing(false);
        chip.setText(text);
        chip.getStyleClass().remove("chosen");
        if (isChosen) {
            chip.getStyleClass().add("chosen");
        }
    }

    private void fillWindow(TimeWindow range) {
        var items = new ArrayList<MenuItem>();
        items.add(item(Texts.of("segment.anytime"), () -> model.window(Optional.empty())));
        items.add(new SeparatorMenuItem());
        for (int days : new int[] {1, 7, 28}) {
            Instant from = range.to().minus(Duration.ofDays(days));
            if (from.isAfter(range.from())) {
                items.add(
                        item(
                                Texts.of("segment.lastdays", days),
                                () -> model.window(Optional.of(new TimeWindow(from, range.to())))));
            }
        }
        items.add(
                item(
                        Texts.of("segment.choosetime"),
                        () ->
                                new WindowDialog(this, Texts.of("segment.dialog"), range)
                                        .show(window -> model.window(Optional.of(window)))));
        window.getItems().setAll(items);
    }

    private static String words(TimeWindow window) {
        return Texts.of(
                "segment.window", Numbers.moment(window.from()), Numbers.moment(window.to()));
    }

    private void fillExcluded(Segment segment, Dataset dataset) {
        List<MenuItem> items =
                Exclusion.all().stream()
                        .filter(one -> one != Exclusion.NONE)
                        .map(one -> {
                            var item = new CheckMenuItem(one.label());
                            item.setSelected(segment.including().contains(one));
                            item.setOnAction(_ -> model.toggle(one));
                            return (MenuItem) item;
                        })
                        .toList();
        if (!excluded.isShowing()) {
            excluded.getItems().setAll(items);
        }
        say(
                excluded,
                !segment.including().isEmpty(),
                segment.including().isEmpty()
                        ? Texts.of(
                                "segment.leftout",
                                Numbers.count(dataset.rows() - dataset.pageViews()))
                        : Texts.of(
                                "segment.including",
                                String.join(
                                        ", ",
                                        segment.including().stream()
                                                .map(Exclusion::label)
                                                .toList())));
    }

    @Override
    public Set<String> chosen(Dimension dimension) {
        return model.segment().values().getOrDefault(dimension, Set.of());
    }

    @Override
    public void toggle(Dimension dimension, String value) {
        model.toggle(dimension, value);
    }

    @Override
    public void clear(Dimension dimension) {
        model.clear(dimension);
    }
}

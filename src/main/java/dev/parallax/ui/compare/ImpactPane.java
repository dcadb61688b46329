package dev.parallax.ui.compare;

import dev.parallax.compare.Impact;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.rum.Trait;
import dev.parallax.rum.TraitTotals.SessionsKnown;
import dev.parallax.ui.chart.RankChart;
import dev.parallax.ui.chart.RankShown;
import dev.parallax.ui.chart.RankShown.Row;
import dev.parallax.ui.chart.RankShown.Standing;
import dev.parallax.ui.chart.Scale;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which users are behind the gap between lab and field, ranked. Choosing one makes it part of the
/// segment.
public final class ImpactPane {
    private final Consumer<? super Trait> chosen;
    private final ComboBox<String> kind = Choices.of(List.of(), text -> text);
    private final Label sentence = Labels.paragraph("");
    private final Label note = Labels.caption("");
    private final RankChart chart;
    private final Button more;
    private final VBox root;
    private @Nullable Impacts shown;
    private List<Impact> rows = List.of();

    /// @param chosen gets the trait of the row that was chosen
    public ImpactPane(
            Consumer<? super Trait> chosen,
            Background background,
            Consumer<? super Problem> problems) {
        this.chosen = chosen;
        kind.setId("impact-kind");
        chart =
                new RankChart(
                        Texts.of("impact.title"),
                        Texts.of("impact.choose"),
                        row -> this.chosen.accept(rows.get(row).trait()),
                        background,
                        problems,
                        kind);
        more =
                Buttons.link(
                        "",
                        () -> {
                            chart.showAll();
                            foot();
                        });
        note.setWrapText(true);
        root = new VBox(4, sentence, chart.node(), new HBox(8, more, note));
        root.setId("impact");
        root.setMinHeight(Region.USE_PREF_SIZE);
        kind.valueProperty().subscribe(_ -> draw());
    }

    public Region node() {
        return root;
    }

    /// Shows other impacts and keeps what is filtered by, where it is still there.
    public void show(Impacts impacts) {
        shown = impacts;
        String before = kind.getValue();
        List<String> kinds =
                Stream.concat(
                                Stream.of(Texts.of("impact.all")),
                                impacts.ranked().stream()
                                        .map(impact -> impact.trait().kind())
                                        .distinct()
                                        .sorted())
                        .toList();
        kind.getItems().setAll(kinds);
        kind.setValue(before != null && kinds.contains(before) ? before : kinds.getFirst());
        sentence.setText(words(impacts));
        draw();
    }

    /// What is behind the gap, in one or two sentences.
    static String words(Impacts impacts) {
        String gap = Numbers.of(impacts.metric(), impacts.gap());
        String reference = Numbers.of(impacts.metric(), impacts.reference());
        String low = Numbers.of(impacts.metric(), impacts.gapInterval().low());
        String high = Numbers.of(impacts.metric(), impacts.gapInterval().high());
        return switch (impacts.origin()) {
            case LAB_MEDIAN -> Texts.of("impact.lab", reference, gap, low, high);
            case FIELD_MEDIAN -> Texts.of("impact.field", reference, gap, low, high);
        };
    }

    private void draw() {
        Impacts now = shown;
        if (now == null) {
            return;
        }
        String only = kind.getSelectionModel().getSelectedIndex() <= 0 ? null : kind.getValue();
        rows =
                now.ranked().stream()
                        .filter(impact -> only == null || impact.trait().kind().equals(only))
                        .toList();
        chart.show(
                new RankShown(
                        Scale.LINEAR,
                        new RankShown.Heads(
                                Texts.of("impact.head.figure"), Texts.of("impact.head.detail")),
                        rows.stream().map(impact -> row(now, impact)).toList(),
                        value -> value == 0 ? "0" : Numbers.of(now.metric(), value),
                        RankCsv.of(now, rows)));
        foot();
    }

    private void foot() {
        Impacts now = shown;
        more.setText(Texts.of("rank.more", chart.hidden()));
        more.setVisible(chart.hidden() > 0);
        more.setManaged(more.isVisible());
        if (now != null) {
            note.setText(
                    Texts.of("rank.note", rows.size())
                            + (now.tooFew().isEmpty()
                                    ? ""
                                    : " " + Texts.of("rank.few", now.tooFew().size()))
                            + (now.sessions() == SessionsKnown.UNKNOWN
                                    ? " " + Texts.of("rank.nosessions")
                                    : ""));
        }
    }

    private static Row row(Impacts impacts, Impact impact) {
        Metric metric = impacts.metric();
        String share = Numbers.percent(impact.share());
        return new Row(
                impact.trait().kind(),
                impact.trait().value(),
                impact.value(),
                impact.interval().low(),
                impact.interval().high(),
                Standing.OVER,
                Texts.of(
                        "impact.figure",
                        Numbers.of(metric, impact.value()),
                        Numbers.percent(impact.ofGap())),
                impact.quantiles().isEmpty()
                        ? share
                        : Texts.of(
                                "impact.detail.quantiles",
                                share,
                                quantile(metric, impact, 50),
                                quantile(metric, impact, 75)));
    }

    private static String quantile(Metric metric, Impact impact, int percentile) {
        return impact.quantiles().stream()
                .filter(quantile -> quantile.percentile() == percentile)
                .findFirst()
                .map(quantile ->
                        switch (quantile) {
                            case QuantileEstimate.Known known -> Numbers.of(metric, known.value());
                            case QuantileEstimate.TooFew _ -> Numbers.NONE;
                        })
                .orElse(Numbers.NONE);
    }
}

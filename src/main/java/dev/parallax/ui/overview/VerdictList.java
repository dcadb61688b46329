package dev.parallax.ui.overview;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.Verdict;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.EmptyState;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatusPill;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where the lab stands on each page, one sentence a page.
final class VerdictList extends VBox {
    private final Consumer<Comparison> open;

    VerdictList(Consumer<Comparison> open) {
        this.open = open;
    }

    /// @param comparing whether more may follow
    void show(List<Comparison> found, boolean comparing) {
        getChildren().setAll(found.stream().map(this::row).toList());
        if (comparing) {
            getChildren().add(line(Labels.caption(Texts.of("overview.verdicts.wait"))));
        } else if (found.isEmpty()) {
            getChildren()
                    .add(
                            new EmptyState(
                                    Feather.BAR_CHART_2,
                                    Texts.of("overview.verdicts.none"),
                                    Texts.of("overview.verdicts.none.hint")));
        }
    }

    private Node row(Comparison comparison) {
        Label name =
                Labels.body(
                        Texts.of(
                                "overview.page",
                                comparison.lab().journey(),
                                comparison.lab().page()));
        name.getStyleClass().add("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var first =
                new HBox(
                        8,
                        pill(comparison.verdict()),
                        name,
                        gap,
                        Buttons.link(Texts.of("overview.open"), () -> open.accept(comparison)));
        first.setAlignment(Pos.CENTER_LEFT);
        Label sentence = Labels.paragraph(comparison.sentence());
        return line(new VBox(4, first, sentence));
    }

    private static Node line(Node content) {
        var row = new HBox(content);
        HBox.setHgrow(content, Priority.ALWAYS);
        row.getStyleClass().add("list-row");
        return row;
    }

    private static StatusPill pill(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Representative _ ->
                    new StatusPill(Texts.of("overview.representative"), "success");
            case Verdict.Optimistic _ -> new StatusPill(Texts.of("overview.optimistic"), "warning");
            case Verdict.Pessimistic _ ->
                    new StatusPill(Texts.of("overview.pessimistic"), "warning");
            case Verdict.Inconclusive _ ->
                    new StatusPill(Texts.of("overview.inconclusive"), "neutral");
            case Verdict.LowerBound _ -> new StatusPill(Texts.of("overview.lowerbound"), "neutral");
            case Verdict.TooFewRuns _ -> new StatusPill(Texts.of("overview.fewruns"), "neutral");
            case Verdict.TooFewViews _ -> new StatusPill(Texts.of("overview.fewviews"), "neutral");
            case Verdict.NothingInCommon _ ->
                    new StatusPill(Texts.of("overview.nothing"), "neutral");
        };
    }
}

package dev.parallax.ui.compare;

import dev.parallax.compare.Lift;
import dev.parallax.compare.Lifts;
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
import dev.parallax.ui.controls.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Who the users behind picked page views are. Choosing a row makes it the segment.
public final class WhoPane {
    /// What can be done from here.
    public interface Actions {
        /// Adds a trait to the segment.
        void choose(Trait trait);

        /// Goes to the picked page views themselves.
        void showViews();

        /// Lets the picked ones go.
        void clear();
    }

    private final Label picked = Labels.heading("");
    private final Label sentence = Labels.paragraph("");
    private final Label note = Labels.caption("");
    private final RankChart chart;
    private final Button more;
    private final VBox root;
    private @Nullable Picked shown;
    private List<Lift> rows = List.of();

    public WhoPane(Actions actions, Background background, Consumer<? super Problem> problems) {
        chart =
                new RankChart(
                        Texts.of("who.title"),
                        Texts.of("who.choose"),
                        row -> actions.choose(rows.get(row).trait()),
                        background,
                        problems);
        more =
                Buttons.link(
                        "",
                        () -> {
                            chart.showAll();
                            foot();
                        });
        note.setWrapText(true);
        Button views = Buttons.plain(Texts.of("who.views"), Feather.LIST, actions::showViews);
        views.setId("who-views");
        Button clear = Buttons.plain(Texts.of("who.clear"), Feather.X, actions::clear);
        clear.setId("who-clear");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, picked, gap, views, clear);
        head.getStyleClass().add("card-head");
        root = new VBox(4, head, sentence, chart.node(), new HBox(8, more, note));
        root.setId("who");
        root.setMinHeight(Region.USE_PREF_SIZE);
    }

    public Region node() {
        return root;
    }

    /// Shows who was picked.
    public void show(Picked newShown) {
        shown = newShown;
        rows = newShown.lifts().ranked();
        picked.setText(newShown.words());
        sentence.setText(words(newShown.lifts()));
        chart.show(
                new RankShown(
                        Scale.LOGARITHMIC,
                        new RankShown.Heads(
                                Texts.of("who.head.figure"), Texts.of("who.head.detail")),
                        rows.stream().map(WhoPane::row).toList(),
                        WhoPane::mark,
                        RankCsv.of(rows)));
        foot();
    }

    /// The surest difference in a sentence.
    static String words(Lifts lifts) {
        List<Lift> over = lifts.of(Lift.Kind.OVER);
        if (over.isEmpty()) {
            return Texts.of("who.like");
        }
        Lift first = over.getFirst();
        return Texts.of(
                "who.sentence",
                first.trait().kind(),
                first.trait().value(),
                Numbers.percent(first.pickedShare()),
                Numbers.percent(first.comparedShare()),
                Numbers.decimal(first.interval().low(), 2));
    }

    private void foot() {
        Picked now = shown;
        more.setText(Texts.of("rank.more", chart.hidden()));
        more.setVisible(chart.hidden() > 0);
        more.setManaged(more.isVisible());
        if (now != null) {
            note.setText(
                    Texts.of("rank.note", rows.size())
                            + (now.lifts().tooFew().isEmpty()
                                    ? ""
                                    : " " + Texts.of("rank.few", now.lifts().tooFew().size()))
                            + (now.lifts().sessions() == SessionsKnown.UNKNOWN
                                    ? " " + Texts.of("rank.nosessions")
                                    : ""));
        }
    }

    private static String mark(double ratio) {
        return ratio >= 1
                ? Texts.of("who.times", Math.round(ratio))
                : Texts.of("who.part", Math.round(1 / ratio));
    }

    private static Row row(Lift lift) {
        return new Row(
                lift.trait().kind(),
                lift.trait().value(),
                lift.value(),
                lift.interval().low(),
                lift.interval().high(),
                switch (lift.kind()) {
                    case OVER -> Standing.OVER;
                    case UNDER -> Standing.UNDER;
                    case UNDECIDED -> Standing.UNSURE;
                },
                Numbers.ratio(lift.value()),
                Texts.of(
                        "who.detail",
                        Numbers.percent(lift.pickedShare()),
                        Numbers.percent(lift.comparedShare()),
                        Numbers.count(Math.round(lift.picked()))));
    }
}

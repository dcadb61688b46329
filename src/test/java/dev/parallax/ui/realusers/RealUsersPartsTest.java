package dev.parallax.ui.realusers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Brush;
import dev.parallax.rum.RowOrder;
import dev.parallax.rum.Segment;
import dev.parallax.rum.ValueRange;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Parts of the screen by themselves, on the Headless platform.
final class RealUsersPartsTest {
    private final Stage stage = FxThread.get(Stage::new);
    private final RealUsersModel model =
            new RealUsersModel(
                    PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 1_000)
                            .realUsers(),
                    Background.onCallersThread(),
                    new Problems());

    @AfterEach
    void close() {
        FxThread.run(stage::close);
    }

    @Test
    void aPageIsFoundByAPartOfItsPath() {
        var chosen = new ArrayList<Optional<PageTemplate>>();
        FxThread.run(() -> {
            var chip = new PageChip(chosen::add);
            chip.offer(
                    List.of(
                            PageTemplate.of("/cart"),
                            PageTemplate.of("/product/:id"),
                            PageTemplate.of("/product/:id/reviews")));
            show(chip);
            chip.show();
            var search =
                    Window.getWindows().stream()
                            .map(window -> window.getScene().getRoot().lookup("#find-page"))
                            .filter(TextField.class::isInstance)
                            .map(TextField.class::cast)
                            .findFirst()
                            .orElseThrow();
            search.setText("REV");
            Event.fireEvent(
                    search,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
            chip.hide();
        });
        assertThat(chosen).containsExactly(Optional.of(PageTemplate.of("/product/:id/reviews")));
    }

    @Test
    void whatWasPickedIsAChipThatCanBeTakenAway() {
        model.refresh();
        model.open(
                model.datasets().getFirst().name(),
                Segment.ALL,
                Metric.LCP,
                Brush.NONE.withValues(Optional.of(new ValueRange(0, 1_500))));
        int picked = model.views().rows().size();
        FxThread.run(() -> {
            var view = new ViewsView(model.views());
            show(view);
            var chip = (Button) view.lookup("#views-picked");
            assertThat(chip.isVisible()).isTrue();
            assertThat(chip.getText()).startsWith("LCP 0").contains("1,500");
            chip.fire();
            assertThat(chip.isVisible()).isFalse();
        });
        assertThat(model.views().rows()).hasSizeGreaterThan(picked);
    }

    @Test
    void theOverviewSaysThatItCountsUntilItHasCounted() {
        List<String> before = overview();
        model.refresh();
        assertThat(before).contains("Counting");
        assertThat(overview()).contains("LCP").doesNotContain("Counting");
    }

    private List<String> overview() {
        return FxThread.get(() -> {
            var view = new SummaryView(model, new Label());
            show(view);
            return view.getContent().lookupAll(".label").stream()
                    .map(label -> ((Label) label).getText())
                    .toList();
        });
    }

    @Test
    void theKeyboardStaysWhereAColumnWasSaid() {
        FxThread.run(() -> {
            var found = new AtomicReference<AssistantModel>();
            model.examine(List.of(Path.of("march.csv")), found::set);
            var columns = new AssistantColumns(found.get());
            show(columns);
            columns.lookup("#holds-0").requestFocus();
            found.get().hold(0, "time");
        });
        settle();
        assertThat(FxThread.get(() -> stage.getScene().getFocusOwner().getId()))
                .isEqualTo("holds-0");
    }

    @Test
    void theFirstPressOnAMetricShowsTheSlowestAndTheNextTheFastest() {
        model.refresh();
        model.tab().set(Tab.VIEWS);
        TableView<?> table =
                FxThread.get(() -> {
                    var views = new ViewsTable(model.views());
                    show(views);
                    return (TableView<?>) views.lookup("#views");
                });
        settle();
        assertThat(model.views().order().get())
                .isEqualTo(RowOrder.byTime(RowOrder.Direction.DESCENDING));
        FxThread.run(() -> pressHead(table));
        settle();
        assertThat(model.views().order().get())
                .isEqualTo(RowOrder.by(Metric.LCP, RowOrder.Direction.DESCENDING));
        FxThread.run(() -> table.getSortOrder().clear());
        settle();
        assertThat(model.views().order().get())
                .isEqualTo(RowOrder.by(Metric.LCP, RowOrder.Direction.ASCENDING));
        assertThat(FxThread.get(() -> table.getSortOrder().getFirst().getSortType()))
                .isEqualTo(TableColumn.SortType.ASCENDING);
    }

    @Test
    void theCardsOfACertificateAreAsTallAsWhatIsInThem() {
        model.refresh();
        model.tab().set(Tab.CERTIFICATE);
        double height =
                FxThread.get(() -> {
                    var view = new CertificateView(model.certificate(), model.segment());
                    show(view);
                    return view.lookupAll(".panel").stream()
                            .filter(card -> has(card, "What is not known"))
                            .mapToDouble(card -> ((Region) card).getHeight())
                            .findFirst()
                            .orElseThrow();
                });
        assertThat(height).isBetween(200.0, 480.0);
    }

    private static boolean has(javafx.scene.Node card, String heading) {
        return card.lookupAll(".label").stream()
                .anyMatch(label -> heading.equals(((Label) label).getText()));
    }

    private static <T> void pressHead(TableView<T> table) {
        TableColumn<T, ?> lcp =
                table.getColumns().stream()
                        .filter(column -> column.getText().equals("LCP"))
                        .findFirst()
                        .orElseThrow();
        lcp.setSortType(TableColumn.SortType.ASCENDING);
        table.getSortOrder().clear();
        table.getSortOrder().add(lcp);
    }

    /// What was put off is done when this returns.
    private static void settle() {
        FxThread.run(() -> {});
        FxThread.run(() -> {});
    }

    private void show(Parent parent) {
        var scene = new Scene(parent, 820, 700);
        scene.getStylesheets()
                .setAll(
                        new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet(),
                        String.valueOf(
                                dev.parallax.ui.common.Texts.class.getResource(
                                        "/dev/parallax/ui/app.css")));
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        parent.applyCss();
        parent.layout();
    }
}

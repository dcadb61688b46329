package dev.parallax.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.settings.Theme;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import dev.parallax.ui.controls.StatusPill;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole window on the Headless platform, over a workbench on paper.
final class MainWindowTest {
    private static final Path FILE = Path.of("/tmp/paper.parallax");

    private final PaperDesk desk =
            new PaperDesk(PaperWorkbench.full(FILE, TrustState.UNTRUSTED, 400));
    private final Stage stage = FxThread.get(Stage::new);

    @AfterEach
    void close() {
        FxThread.run(stage::close);
    }

    @Test
    void showsEveryPlaceByItsKey() {
        open(FILE);
        assertThat(texts()).contains("How the checks stand and what they say about your users");
        press(KeyCode.DIGIT2, false);
        assertThat(texts()).contains("Before measuring");
        press(KeyCode.DIGIT3, true);
        assertThat(texts()).contains("Scheduled");
        press(KeyCode.DIGIT4, true);
        assertThat(texts()).contains("Over time");
        press(KeyCode.DIGIT5, true);
        assertThat(texts()).contains("Placement");
    }

    @Test
    void pressingRunShowsTheNewRun() {
        open(FILE);
        press(KeyCode.DIGIT2, true);
        int before = FxThread.get(() -> desk.workbench().checks().latest(100).size());
        click("#run-journey");
        assertThat(texts()).contains("Buy a lantern has run: ok");
        clickOn("Show the run");
        TableView<?> runs = FxThread.get(() -> (TableView<?>) stage.getScene().lookup("#runs"));
        assertThat(runs.getItems()).hasSize(before + 1);
        assertThat(runs.getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void asksBeforeItTrustsAForeignWorkspace() {
        open(FILE);
        assertThat(texts())
                .anySatisfy(text -> assertThat(text).contains("would contact shop.example"));
        clickOn("Trust this workspace");
        assertThat(desk.workbench().trust()).isEqualTo(TrustState.TRUSTED);
        assertThat(texts()).noneSatisfy(text -> assertThat(text).contains("would contact"));
    }

    @Test
    void findsACommandByItsLetters() {
        open(FILE);
        press(KeyCode.K, true);
        FxThread.run(() -> {
            var search =
                    (javafx.scene.control.TextField) stage.getScene().lookup(".palette-search");
            search.setText("real us");
            Event.fireEvent(search, key(KeyCode.ENTER, false));
        });
        assertThat(texts()).contains("Over time");
    }

    @Test
    void switchesBetweenLightAndDarkAndKeepsTheChoice() {
        open(FILE);
        FxThread.run(() -> desk.change(settings -> settings.withTheme(Theme.LIGHT)));
        Theme before = desk.settings().theme();
        clickOn(button -> "Light or dark".equals(button.getAccessibleText()));
        assertThat(desk.settings().theme()).isNotEqualTo(before);
    }

    @Test
    void saysWhyAWorkspaceCannotBeOpened() {
        open(Path.of("/nowhere.parallax"));
        assertThat(texts())
                .contains("Cannot open /nowhere.parallax", "Choose another.", "workspace-missing");
    }

    @Test
    void saysWhatIsMissingInAnEmptyWorkspace() {
        FxThread.run(() ->
                DesktopApp.open(
                        stage,
                        new PaperDesk(PaperWorkbench.empty(FILE)),
                        Background.onCallersThread(),
                        FILE,
                        () -> {}));
        assertThat(texts()).contains("There is no journey to run yet.", "No verdicts yet");
        press(KeyCode.DIGIT5, true);
        assertThat(texts()).contains("Nothing to compare yet");
    }

    @Test
    void neverTellsAStatusByColourAlone() {
        open(FILE);
        long pills =
                FxThread.get(() ->
                        stage.getScene().getRoot().lookupAll(".status-pill").stream()
                                .filter(StatusPill.class::isInstance)
                                .filter(pill -> !((Labeled) pill).getText().isBlank())
                                .count());
        assertThat(pills).isPositive();
    }

    private void open(Path file) {
        FxThread.run(() -> {
            stage.setX(0);
            stage.setY(0);
            DesktopApp.open(stage, desk, Background.onCallersThread(), file, () -> {});
            stage.setWidth(1000);
            stage.setHeight(800);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    private void press(KeyCode code, boolean shortcut) {
        FxThread.run(() -> Event.fireEvent(stage.getScene().getRoot(), key(code, shortcut)));
    }

    private static KeyEvent key(KeyCode code, boolean shortcut) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false);
    }

    private void click(String id) {
        FxThread.run(() -> stage.getScene().lookup(id).fireEvent(new ActionEvent()));
    }

    private void clickOn(String text) {
        clickOn(button -> text.equals(button.getText()));
    }

    private void clickOn(Function<Button, Boolean> which) {
        FxThread.run(() ->
                stage.getScene().getRoot().lookupAll(".button").stream()
                        .map(Button.class::cast)
                        .filter(button -> which.apply(button))
                        .filter(MainWindowTest::isOnShow)
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private java.util.List<String> texts() {
        return FxThread.get(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            var texts = new java.util.ArrayList<String>();
            collect(stage.getScene().getRoot(), texts);
            return texts;
        });
    }

    private static void collect(Node node, java.util.List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static boolean isOnShow(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}

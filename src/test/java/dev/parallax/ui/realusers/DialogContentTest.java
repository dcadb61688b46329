package dev.parallax.ui.realusers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.problem.Problem;
import dev.parallax.progress.Progress;
import dev.parallax.service.ExportProposal;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.shell.PaperWorkbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What the dialogs of the screen hold, on the Headless platform, where dialogs themselves would
/// wait for ever.
final class DialogContentTest {
    private final RealUserUseCases useCases =
            PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 400).realUsers();

    @Test
    void theAssistantShowsColumnsUnitsProofAndCounts() {
        List<String> texts =
                shown(
                        "assistant",
                        () ->
                                new AssistantView(
                                        new AssistantModel(
                                                useCases,
                                                Background.onCallersThread(),
                                                List.of(Path.of("march.csv")),
                                                useCases.examine(List.of(), Progress.NONE))));
        assertThat(texts)
                .contains("paint", "guessed", "420", "400", "2400000000")
                .anySatisfy(text -> assertThat(text).contains("2.4e9"));
    }

    @Test
    void theAssistantLeavesRoomForItsButtonsOnASmallScreen() {
        double height =
                FxThread.get(() -> {
                    var view =
                            new AssistantView(
                                    new AssistantModel(
                                            useCases,
                                            Background.onCallersThread(),
                                            List.of(Path.of("march.csv")),
                                            useCases.examine(List.of(), Progress.NONE)));
                    var scene = new Scene(view, 928, 500);
                    view.applyCss();
                    scene.getRoot().layout();
                    return view.minHeight(928);
                });
        // 768 high, less the frame, the title, the data set's name and the buttons
        assertThat(height).isLessThan(768 - 72 - 190);
    }

    @Test
    void aFormatThatIsKnownIsShownButNotChanged() {
        ExportProposal found = useCases.examine(List.of(), Progress.NONE);
        var fixed =
                new ExportProposal(
                        "beacons.log",
                        "boomerang",
                        "boomerang beacons",
                        "sample",
                        false,
                        "query",
                        "UTC",
                        found.columns(),
                        found.rows(),
                        Optional.empty(),
                        Optional.empty());
        var made = new AtomicReference<AssistantView>();
        List<String> texts =
                shown(
                        "fixed",
                        () -> {
                            made.set(
                                    new AssistantView(
                                            new AssistantModel(
                                                    useCases,
                                                    Background.onCallersThread(),
                                                    List.of(Path.of("beacons.log")),
                                                    fixed)));
                            return made.get();
                        });
        assertThat(texts)
                .contains("paint", "LCP", "guessed", "420")
                .anySatisfy(text -> assertThat(text).contains("--mapping own.json"));
        assertThat(FxThread.get(() -> made.get().lookupAll(".combo-box"))).isEmpty();
    }

    @Test
    void aRefusedFileSaysWhatWhyAndWhatNext() {
        List<String> texts =
                shown(
                        "refused",
                        () ->
                                new RefusedFile(
                                        Problem.usage(
                                                "import-look-alike",
                                                "cannot import \"a.har\"",
                                                "it is a HAR recording",
                                                "import it as a journey")));
        assertThat(texts)
                .contains(
                        "Cannot import \"a.har\".",
                        "It is a HAR recording.",
                        "Import it as a journey.",
                        "import-look-alike");
    }

    @Test
    void theRulesShowSuggestionsAndWhatAPatternCatches() {
        var model = new RealUsersModel(useCases, Background.onCallersThread(), new Problems());
        model.refresh();
        List<String> texts =
                shown(
                        "rules",
                        () -> {
                            var content =
                                    new RulesDialog(new TextField(), model.rules().orElseThrow())
                                            .content();
                            ((TextInputControl) content.lookup("#rule-pattern"))
                                    .setText("/product/*");
                            return content;
                        });
        assertThat(texts)
                .contains("/catalogue/* \u2192 /catalogue/:slug", "Accept")
                .anySatisfy(text -> assertThat(text).startsWith("Catches one path"));
    }

    /// Its texts. With `-Dpictures=FOLDER` it is pictured as well.
    private static List<String> shown(String name, Supplier<Parent> made) {
        return FxThread.get(() -> {
            Parent parent = made.get();
            var scene = new Scene(parent, 960, 760);
            scene.getStylesheets()
                    .setAll(
                            new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet(),
                            String.valueOf(
                                    dev.parallax.ui.common.Texts.class.getResource(
                                            "/dev/parallax/ui/app.css")));
            var stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
            parent.applyCss();
            parent.layout();
            String folder = System.getProperty("pictures");
            if (folder != null) {
                save(scene, Path.of(folder, name + ".png"));
            }
            var texts = new ArrayList<String>();
            collect(parent, texts);
            stage.close();
            return texts;
        });
    }

    private static void save(Scene scene, Path file) {
        try {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void collect(Node node, List<String> texts) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }
}

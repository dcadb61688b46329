package dev.parallax.ui.chart;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.Work;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Takes a chart out of the window: as a picture or as its numbers.
final class ChartExport {

    private interface Writing {
        void to(File file) throws IOException;
    }

    private final Region node;
    private final Background background;
    private final Consumer<? super Problem> problems;

    ChartExport(Region node, Background background, Consumer<? super Problem> problems) {
        this.node = node;
        this.background = background;
        this.problems = problems;
    }

    void copyPicture() {
        var content = new ClipboardContent();
        content.putImage(picture());
        Clipboard.getSystemClipboard().setContent(content);
    }

    void savePicture() {
        WritableImage picture = picture();
        save(
                "png",
                file -> {
                    BufferedImage image = SwingFXUtils.fromFXImage(picture, null);
                    if (!ImageIO.write(image, "png", file)) {
                        throw new IOException("this Java writes no PNG");
                    }
                });
    }

    void saveDrawing(String svg) {
        save("svg", file -> Files.writeString(file.toPath(), svg));
    }

    void saveText(String text) {
        save("csv", file -> Files.writeString(file.toPath(), text));
    }

    /// The chart as it is shown, on the window's ground: a see-through picture is unreadable
    /// elsewhere.
    private WritableImage picture() {
        var parameters = new SnapshotParameters();
        parameters.setFill(ground());
        return node.snapshot(parameters, null);
    }

    private Paint ground() {
        var background = node.getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.WHITE
                : background.getFills().getLast().getFill();
    }

    private void save(String ending, Writing writing) {
        var chooser = new FileChooser();
        chooser.setInitialFileName("chart." + ending);
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                ending.toUpperCase(java.util.Locale.ROOT), "*." + ending));
        @Nullable File file = chooser.showSaveDialog(node.getScene().getWindow());
        if (file == null) {
            return;
        }
        Work<File> work =
                _ -> {
                    write(writing, file);
                    return file;
                };
        background.run(Texts.of("chart.saving", file.getName()), work, _ -> {}, problems, () -> {});
    }

    private static void write(Writing writing, File file) {
        try {
            writing.to(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.environment(
                            "chart-not-saved",
                            Texts.of("chart.unsaved.what", file.getName()),
                            String.valueOf(e.getMessage()),
                            Texts.of("chart.unsaved.next")),
                    e);
        }
    }
}

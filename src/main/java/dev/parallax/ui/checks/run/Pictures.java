package dev.parallax.ui.checks.run;

import java.io.ByteArrayInputStream;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// Pictures of pages.
final class Pictures {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 360;

    private Pictures() {}

    /// A page's picture as large as a person needs to recognise it.
    static Node screenshot(byte[] jpeg) {
        var view = new ImageView(new Image(new ByteArrayInputStream(jpeg)));
        view.setPreserveRatio(true);
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        view.setSmooth(true);
        return view;
    }
}

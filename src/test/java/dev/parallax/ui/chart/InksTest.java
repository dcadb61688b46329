package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.FxThread;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether the charts' colours can be seen and told apart, by everybody and in both themes.
final class InksTest {
    private static final List<Ink> DRAWN =
            List.of(Ink.FIELD, Ink.MATCHED, Ink.PICKED, Ink.LAB, Ink.NOTE);

    /// Drawn over each other as areas and curves. `NOTE` is not among them: it is a dashed line
    /// from top to bottom with its words beside it, which nothing else is.
    private static final List<Ink> TOGETHER = List.of(Ink.FIELD, Ink.MATCHED, Ink.PICKED, Ink.LAB);

    /// WCAG 2.2, success criterion 1.4.11, for what is drawn.
    private static final double CONTRAST = 3;

    /// Of CIE Lab: about five times what is just noticeable.
    private static final double DISTANCE = 12;

    private static Stream<Theme> themes() {
        return Stream.of(new PrimerLight(), new PrimerDark());
    }

    private static Map<Ink, Color> colours(Theme theme) {
        return FxThread.get(() -> {
            var inks = new Inks(() -> {});
            var scene = new Scene(inks);
            scene.getStylesheets()
                    .addAll(
                            theme.getUserAgentStylesheet(),
                            Objects.requireNonNull(
                                            InksTest.class.getResource("/dev/parallax/ui/app.css"))
                                    .toExternalForm());
            inks.applyCss();
            var colours = new EnumMap<Ink, Color>(Ink.class);
            for (Ink ink : Ink.values()) {
                colours.put(ink, (Color) inks.paint(ink));
            }
            return colours;
        });
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double[] linear(Color colour) {
        return new double[] {
            linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())
        };
    }

    private static double luminance(Color colour) {
        double[] rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// How a colour is seen.
    private enum Sight {
        FULL,
        /// Without the receptors for long waves.
        PROTANOPE,
        /// Without those for middle ones.
        DEUTERANOPE;

        /// Viénot, Brettel and Mollon 1999, "Digital video colourmaps for checking the legibility
        /// of displays by dichromats", Color Research and Application 24(4): linear RGB to
        /// Smith-Pokorny LMS, the missing one from the others so that white and blue stay, and
        /// back.
        double[] of(double[] rgb) {
            double l = 17.8824 * rgb[0] + 43.5161 * rgb[1] + 4.11935 * rgb[2];
            double m = 3.45565 * rgb[0] + 27.1554 * rgb[1] + 3.86714 * rgb[2];
            double s = 0.0299566 * rgb[0] + 0.184309 * rgb[1] + 1.46709 * rgb[2];
            switch (this) {
                case FULL -> {
                    return rgb;
                }
                case PROTANOPE -> l = 2.02344 * m - 2.52581 * s;
                case DEUTERANOPE -> m = 0.494207 * l + 1.24827 * s;
            }
            return new double[] {
                clamped(0.0809444479 * l - 0.130504409 * m + 0.116721066 * s),
                clamped(-0.0102485335 * l + 0.0540193266 * m - 0.113614708 * s),
                clamped(-0.000365296938 * l - 0.00412161469 * m + 0.693511405 * s)
            };
        }

        private static double clamped(double part) {
            return Math.clamp(part, 0, 1);
        }
    }

    /// CIE 1976 L*a*b* with white D65.
    private static double[] lab(double[] rgb) {
        double x = 0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2];
        double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
        double z = 0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2];
        double fx = root(x / 0.95047);
        double fy = root(y);
        double fz = root(z / 1.08883);
        return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
    }

    private static double root(double part) {
        return part > 216.0 / 24_389 ? Math.cbrt(part) : (24_389.0 / 27 * part + 16) / 116;
    }

    private static double distance(Color one, Color other, Sight sight) {
        double[] a = lab(sight.of(linear(one)));
        double[] b = lab(sight.of(linear(other)));
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void whatIsDrawnStandsOutFromThePaper(Theme theme) {
        Map<Ink, Color> colours = colours(theme);
        for (Ink ink : DRAWN) {
            assertThat(contrast(colours.get(ink), colours.get(Ink.PAPER)))
                    .as("%s in %s", ink, theme.getName())
                    .isGreaterThanOrEqualTo(CONTRAST);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void whatIsDrawnTogetherIsToldApartByEverybody(Theme theme) {
        Map<Ink, Color> colours = colours(theme);
        for (Sight sight : Sight.values()) {
            for (Ink one : TOGETHER) {
                for (Ink other : TOGETHER.subList(TOGETHER.indexOf(one) + 1, TOGETHER.size())) {
                    assertThat(distance(colours.get(one), colours.get(other), sight))
                            .as("%s and %s in %s for %s", one, other, theme.getName(), sight)
                            .isGreaterThanOrEqualTo(DISTANCE);
                }
            }
        }
    }
}

package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Draws into an SVG document.
final class SvgPen implements Pen {
    private static final int REPLACEMENT = 0xfffd;
    private static final String FONT = "system-ui, sans-serif";

    private final StringBuilder svg = new StringBuilder();
    private final Function<Ink, Paint> colours;

    /// @param width of the picture, pixels
    /// @param height of the picture, pixels
    SvgPen(double width, double height, Function<Ink, Paint> colours) {
        this.colours = colours;
        svg.append(
                format(
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$.0f %2$.0f" width="%1$.0f" height="%2$.0f" font-family="%3$s" font-size="12">
                        """,
                        width, height, FONT));
        box(Ink.PAPER, 1, 0, 0, width, height);
    }

    /// Everything that follows is drawn that much further right and down, until [#home].
    void move(double right, double down) {
        svg.append(format("<g transform=\"translate(%.1f %.1f)\">\n", right, down));
    }

    void home() {
        svg.append("</g>\n");
    }

    /// Names the picture, for readers of the file who do not see it.
    void name(String name) {
        svg.append("<title>").append(escaped(name)).append("</title>\n");
    }

    /// The whole document.
    String document() {
        return svg + "</svg>\n";
    }

    @Override
    public void area(Ink ink, double opacity, double[] xs, double[] ys, int count) {
        svg.append(
                format(
                        "<polygon fill=\"%s\" fill-opacity=\"%.2f\" points=\"%s\"/>\n",
                        colour(ink), opacity * alpha(ink), points(xs, ys, count)));
    }

    @Override
    public void line(Ink ink, double width, double[] xs, double[] ys, int count) {
        svg.append(
                format(
                        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linejoin=\"round\" points=\"%s\"/>\n",
                        colour(ink), width, points(xs, ys, count)));
    }

    @Override
    public void dashes(Ink ink, double fromX, double fromY, double toX, double toY) {
        svg.append(
                format(
                        "<path stroke=\"%s\" stroke-dasharray=\"4 4\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n",
                        colour(ink), fromX, fromY, toX, toY));
    }

    @Override
    public void box(Ink ink, double opacity, double x, double y, double width, double height) {
        svg.append(
                format(
                        "<rect fill=\"%s\" fill-opacity=\"%.2f\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
                        colour(ink), opacity * alpha(ink), x, y, width, height));
    }

    @Override
    public void ring(Ink ink, double x, double y, double radius) {
        svg.append(
                format(
                        "<circle fill=\"%s\" stroke=\"%s\" stroke-width=\"2.5\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>\n",
                        colour(Ink.PAPER), colour(ink), x, y, radius));
    }

    /// A guess: which font the reader has is not known.
    @Override
    public double widthOf(String words) {
        return width(words);
    }

    static double width(String words) {
        return 7.0 * words.length();
    }

    @Override
    public void text(Ink ink, String words, double x, double y, Align align) {
        String anchor =
                switch (align) {
                    case LEFT -> "start";
                    case CENTER -> "middle";
                    case RIGHT -> "end";
                };
        svg.append(
                format(
                        "<text fill=\"%s\" x=\"%.1f\" y=\"%.1f\" dy=\"0.35em\" text-anchor=\"%s\">%s</text>\n",
                        colour(ink), x, y, anchor, escaped(words)));
    }

    private static String points(double[] xs, double[] ys, int count) {
        var points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(format("%.1f,%.1f", xs[i], ys[i]));
        }
        return points.toString();
    }

    private String colour(Ink ink) {
        return colours.apply(ink) instanceof Color colour
                ? format(
                        "#%02x%02x%02x",
                        Math.round(colour.getRed() * 255),
                        Math.round(colour.getGreen() * 255),
                        Math.round(colour.getBlue() * 255))
                : "none";
    }

    /// Some colours of the style sheet let the ground through.
    private double alpha(Ink ink) {
        return colours.apply(ink) instanceof Color colour ? colour.getOpacity() : 1;
    }

    /// A text as a part of a document. Texts come from strangers' files: what no XML may hold
    /// (control characters, halves of surrogate pairs) becomes a replacement character.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\t', '\n', '\r' -> safe.append(' ');
                        default -> safe.appendCodePoint(isAllowed(point) ? point : REPLACEMENT);
                    }
                });
        return safe.toString();
    }

    private static boolean isAllowed(int point) {
        return (point >= 0x20 && point < 0x7f)
                || (point >= 0xa0 && point < 0xd800)
                || (point >= 0xe000 && (point & 0xfffe) != 0xfffe);
    }

    /// Numbers as computers write them, whatever the locale.
    @SuppressWarnings("AnnotateFormatMethod") // each template is a literal here
    private static String format(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}

package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.compare.Annotation;
import dev.parallax.compare.LabSeries;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.ShiftFunction.Decile;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// What the charts write into files.
final class SvgTest {
    private static final Background BACKGROUND = Background.onCallersThread();
    private static final String HOSTILE =
            "</text><script>alert(1)</script>]]> \"' & \u0000\u0007\u001b\u0085\ud800 \udc00\ufffe";

    private DistributionChart bars;
    private EcdfChart curve;
    private TimeChart time;
    private final ChartDesk desk =
            new ChartDesk(() -> {
                bars = new DistributionChart(BACKGROUND, _ -> {});
                curve = new EcdfChart(BACKGROUND, _ -> {});
                time = new TimeChart(BACKGROUND, _ -> {}, _ -> {});
                bars.show(ChartSamples.values(LabRuns.of(1_600, 1_700, 1_800)));
                curve.show(ChartSamples.values(LabRuns.of(1_600, 1_700, 1_800)));
                time.show(
                        ChartSamples.time(
                                new LabSeries(
                                        new long[] {ChartSamples.BEGIN.toEpochMilli()},
                                        new double[] {1_234}),
                                new Annotation(ChartSamples.BEGIN.plusSeconds(90_000), "Release 7"),
                                new Annotation(ChartSamples.BEGIN.plusSeconds(400_000), HOSTILE)));
                return new Region[] {bars.node(), curve.node(), time.node()};
            });

    @AfterEach
    void close() {
        desk.close();
    }

    private static Document parsed(String svg) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError(svg, e);
        }
    }

    private static List<String> all(Document document, String element) {
        NodeList found = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static String plot(Region node) {
        return FxThread.get(() -> ((ChartPanel) node).picture().svg().orElseThrow());
    }

    private static void assertSound(String svg, String name) {
        Document document = parsed(svg);
        assertThat(all(document, "title")).containsExactly(name);
        assertThat(all(document, "text")).contains(name);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        NodeList every = document.getElementsByTagName("*");
        for (int i = 0; i < every.getLength(); i++) {
            var element = (Element) every.item(i);
            assertThat(element.getLocalName())
                    .isIn(
                            "svg",
                            "title",
                            "g",
                            "text",
                            "rect",
                            "polygon",
                            "polyline",
                            "path",
                            "circle");
            for (int k = 0; k < element.getAttributes().getLength(); k++) {
                assertThat(element.getAttributes().item(k).getNodeName()).doesNotStartWith("on");
            }
        }
    }

    @Test
    void distributionsHaveTheirNameAxesAndLab() {
        String svg = plot(bars.node());
        assertSound(svg, "Distribution");
        assertThat(all(parsed(svg), "text"))
                .contains("1,000", "3,000")
                .anyMatch(text -> text.startsWith("Lab median 1,700"))
                .anyMatch(text -> text.contains("LCP") || text.contains("Largest"));
        assertThat(all(parsed(svg), "polygon")).hasSize(2);
        String share = plot(curve.node());
        assertSound(share, "Share at or below a value");
        assertThat(all(parsed(share), "text"))
                .contains("1,000")
                .anyMatch(text -> text.startsWith("50"));
        assertThat(all(parsed(share), "circle")).hasSize(1);
    }

    @Test
    void aLegendSaysWhatTheColoursMean() {
        assertThat(all(parsed(plot(bars.node())), "text"))
                .containsSubsequence("Distribution", "All users", "Compared users", "Lab runs");
        assertThat(all(parsed(plot(time.node())), "text"))
                .containsSubsequence(
                        "Over time", "Median", "p25 to p75", "p95", "Page views", "Lab runs");
    }

    @Test
    void aLegendTakesAsManyLinesAsItNeeds() {
        var one = new LegendEntry(Inks.Ink.LAB, "0123456789");
        var lengthy = new LegendEntry(Inks.Ink.LAB, HOSTILE.repeat(5));
        assertThat(new SvgLegend(List.of(), 300).height()).isZero();
        assertThat(new SvgLegend(List.of(one, one, one), 300).height()).isEqualTo(SvgLegend.LINE);
        assertThat(new SvgLegend(List.of(one, one, one, one), 300).height())
                .isEqualTo(2 * SvgLegend.LINE);
        assertThat(new SvgLegend(List.of(lengthy, one), 300).height())
                .isEqualTo(2 * SvgLegend.LINE);
        var pen = new SvgPen(300, 100, _ -> Color.color(0, 0, 1, 0.4));
        new SvgLegend(List.of(lengthy, one), 300).draw(pen, 0, 0);
        Document document = parsed(pen.document());
        assertThat(all(document, "rect")).hasSize(3);
        assertThat(pen.document()).contains("fill-opacity=\"0.40\"").doesNotContain("<script");
    }

    @Test
    void timesHaveNotesAndDaysAndNothingOfThemRuns() {
        String svg = plot(time.node());
        assertSound(svg, "Over time");
        assertThat(all(parsed(svg), "text"))
                .contains("Release 7", "no data")
                .anyMatch(text -> text.startsWith("</text><script>alert(1)</script>]]> \"' & "));
    }

    @Test
    void weeksAndShiftsAndRankingsAreSoundAsWell() {
        var week = FxThread.get(() -> new WeekChart(BACKGROUND, _ -> {}));
        var shift = FxThread.get(() -> new ShiftChart(BACKGROUND, _ -> {}));
        var rank =
                FxThread.get(() ->
                        new RankChart("Rank " + HOSTILE, "verb", _ -> {}, BACKGROUND, _ -> {}));
        try (var other =
                new ChartDesk(() -> {
                    week.show(ChartSamples.week());
                    shift.show(
                            new ShiftShown(
                                    Metric.LCP,
                                    List.of(
                                            new Decile.TooFew(10, 36, 12),
                                            new Decile.Known(50, -229, new Interval(-241, -217)))));
                    rank.show(
                            new RankShown(
                                    Scale.LINEAR,
                                    new RankShown.Heads(HOSTILE, HOSTILE),
                                    List.of(
                                            new RankShown.Row(
                                                    HOSTILE,
                                                    HOSTILE,
                                                    1,
                                                    0,
                                                    Double.POSITIVE_INFINITY,
                                                    RankShown.Standing.OVER,
                                                    HOSTILE,
                                                    HOSTILE)),
                                    value -> "mark " + value,
                                    ""));
                    return new Region[] {week.node(), shift.node(), rank.node()};
                })) {
            other.pulse();
            var drawn = new ArrayList<String>();
            for (Region node : List.of(week.node(), shift.node(), rank.node())) {
                drawn.add(FxThread.get(() -> ((ChartPanel) node).picture().svg().orElseThrow()));
            }
            assertSound(drawn.get(0), "Hour and day of the week, p75");
            assertThat(all(parsed(drawn.get(0)), "text")).contains("Mon", "Sun", "00:00", "21:00");
            assertThat(all(parsed(drawn.get(0)), "rect")).hasSize(1 + 168 + 3);
            assertThat(all(parsed(drawn.get(1)), "text"))
                    .contains("Difference: above the line the lab is slower");
            assertThat(all(parsed(drawn.get(2)), "text")).contains("95 % interval");
            assertThat(all(parsed(drawn.get(1)), "title")).hasSize(1);
            assertThat(all(parsed(drawn.get(1)), "text")).contains("P50");
            assertThat(all(parsed(drawn.get(2)), "script")).isEmpty();
            assertThat(drawn.get(2)).doesNotContain("<script");
        }
    }

    @Test
    void whateverATextHoldsTheDocumentIsWellFormed() {
        var random = new Random(12);
        for (int round = 0; round < 1_000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(
                        random.nextBoolean()
                                ? (char) random.nextInt(0x10000)
                                : "<>&\"']-!?/ \t\r\n\u0000".charAt(random.nextInt(15)));
            }
            var pen = new SvgPen(10, 10, _ -> Color.BLACK);
            pen.name(text.toString());
            pen.text(Inks.Ink.TEXT, text.toString(), 1, 1, Pen.Align.LEFT);
            Document document = parsed(pen.document());
            assertThat(document.getDocumentElement().getElementsByTagName("*").getLength())
                    .isEqualTo(3);
        }
        assertThat(SvgPen.escaped("a\ud83d\ude00é漢")).isEqualTo("a\ud83d\ude00é漢");
        assertThat(SvgPen.escaped("\ud83d")).isEqualTo("\ufffd");
    }
}

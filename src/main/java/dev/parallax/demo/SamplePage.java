package dev.parallax.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A page of the shop in the sample: what it costs, and where people go from it.
enum SamplePage {
    HOME(36, 115, 640, 343, 0.32, 40, 0.032),
    CATALOGUE(14, 110, 330, 60, 0.42, 56, 0.004),
    PRODUCT(38, 120, 60, 24, 0.55, 150, 0.030),
    SEARCH(8, 95, 45, 20, 0.40, 48, 0.003),
    BASKET(0, 90, 15, 6, 0.55, 56, 0.002),
    CHECKOUT(0, 105, 20, 6, 0.92, 80, 0.010),
    ORDER(0, 85, 10, 4, 0.20, 40, 0.001),
    LOGIN(2, 85, 10, 2, 0.90, 48, 0.001),
    TERMS(2, 80, 8, 2, 0.10, 32, 0.001);

    private static final List<SamplePage> ALL = List.of(values());
    private static final Choice<SamplePage> ENTRANCE = Choice.of(ALL, page -> page.entrance);
    private static final Map<SamplePage, Choice<SamplePage>> WAYS_ON = waysOn();

    private static final List<String> SOURCES =
            List.of(
                    "",
                    "",
                    "",
                    "?ref=mail",
                    "?ref=search",
                    "?utm_source=letter&utm_campaign=autumn");
    private static final List<String> SEARCHES =
            List.of(
                    "wool",
                    "rope",
                    "kettle",
                    "blanket",
                    "boots",
                    "knife",
                    "lantern",
                    "mug",
                    "wool,blue",
                    "rope, thick",
                    "\"storm\" lantern",
                    "gift, under 50");

    private final double entrance;
    private final double renderMillis;
    private final double lateMillis;
    private final double kilobytes;
    private final double interactive;
    private final double inputMillis;
    private final double shift;

    /// @param entrance share of sessions that begin here, in per cent
    SamplePage(
            double entrance,
            double renderMillis,
            double lateMillis,
            double kilobytes,
            double interactive,
            double inputMillis,
            double shift) {
        this.entrance = entrance;
        this.renderMillis = renderMillis;
        this.lateMillis = lateMillis;
        this.kilobytes = kilobytes;
        this.interactive = interactive;
        this.inputMillis = inputMillis;
        this.shift = shift;
    }

    static SamplePage drawEntrance(Dice dice) {
        return ENTRANCE.draw(dice);
    }

    SamplePage drawNext(Dice dice) {
        return WAYS_ON.getOrDefault(this, ENTRANCE).draw(dice);
    }

    /// From the first byte to the first paint on a fast computer.
    double renderMillis() {
        return renderMillis;
    }

    /// From the first paint to the largest, the transfer of its picture left out.
    double lateMillis() {
        return lateMillis;
    }

    /// What has to arrive before the largest paint.
    double kilobytes() {
        return kilobytes;
    }

    /// Share of the views in which somebody clicks or types.
    double interactive() {
        return interactive;
    }

    /// The slowest interaction on a fast computer.
    double inputMillis() {
        return inputMillis;
    }

    /// The layout shift of a view that has one, without the cookie banner.
    double shift() {
        return shift;
    }

    /// A path as it stands in the export, such as `/product/17?ref=mail`.
    String drawPath(Dice dice) {
        return switch (this) {
            case HOME -> "/" + oneOf(SOURCES, dice);
            case CATALOGUE -> "/catalogue";
            // the low numbers sell best
            case PRODUCT -> {
                int id = 1 + (int) (24 * dice.uniform() * dice.uniform());
                yield "/product/" + id + oneOf(SOURCES, dice);
            }
            case SEARCH -> "/search?q=" + oneOf(SEARCHES, dice);
            case BASKET -> "/basket";
            case CHECKOUT -> "/checkout";
            case ORDER -> "/order/" + (100_001 + dice.below(60_000));
            case LOGIN -> "/login";
            case TERMS -> "/terms";
        };
    }

    private static String oneOf(List<String> options, Dice dice) {
        return options.get(dice.below(options.size()));
    }

    /// Weights in the order of the pages above.
    private static Map<SamplePage, Choice<SamplePage>> waysOn() {
        var ways = new EnumMap<SamplePage, Choice<SamplePage>>(SamplePage.class);
        ways.put(HOME, Choice.of(ALL, 5, 45, 30, 15, 0, 0, 0, 3, 2));
        ways.put(CATALOGUE, Choice.of(ALL, 5, 10, 75, 10, 0, 0, 0, 0, 0));
        ways.put(PRODUCT, Choice.of(ALL, 6, 20, 38, 8, 23, 5, 0, 0, 0));
        ways.put(SEARCH, Choice.of(ALL, 0, 10, 70, 20, 0, 0, 0, 0, 0));
        ways.put(BASKET, Choice.of(ALL, 0, 20, 20, 0, 5, 55, 0, 0, 0));
        ways.put(CHECKOUT, Choice.of(ALL, 8, 0, 0, 0, 20, 0, 62, 0, 10));
        ways.put(ORDER, Choice.of(ALL, 60, 40, 0, 0, 0, 0, 0, 0, 0));
        ways.put(LOGIN, Choice.of(ALL, 50, 0, 0, 0, 50, 0, 0, 0, 0));
        ways.put(TERMS, Choice.of(ALL, 50, 0, 0, 0, 0, 50, 0, 0, 0));
        return ways;
    }
}

package dev.parallax.demo;

import java.util.List;
import java.util.function.Consumer;

/// How simulated page views come about. `docs/sample-export.md` describes the same model in words
/// and tables.
///
/// A session fixes device, browser, country and connection, and draws two factors, one for its
/// network and one for its processor; each view then adds its own chance. That the factors are
/// shared makes views of one session alike, as they are in the field.
final class SampleModel {
    private static final Choice<Integer> LENGTHS =
            Choice.of(List.of(1, 2, 3, 4, 5, 6, 7, 8), 34, 20, 14, 10, 8, 6, 5, 3);

    private static final double SERVER_MILLIS = 62;
    private static final double SCRIPT_SHARE = 0.8;
    private static final double LONGEST_MILLIS = 60_000;
    private static final double EVENT_STEP_MILLIS = 8;
    private static final double MEDIAN_PAUSE_MILLIS = 28_000;
    private static final double LONGEST_PAUSE_MILLIS = 120_000;

    private final long regressionFrom;

    /// @param regressionFrom from this moment on `/checkout` is slower on mobiles: a bad release
    SampleModel(long regressionFrom) {
        this.regressionFrom = regressionFrom;
    }

    /// Views of a session, 1 to 8. The first number it takes from the dice, so that it can be asked
    /// for alone.
    static int length(Dice dice) {
        return LENGTHS.draw(dice);
    }

    /// Draws the views of one session, in order of time.
    ///
    /// @param start epoch milliseconds of the first
    void session(Dice dice, long start, int views, Consumer<SampleView> out) {
        SampleSession session = SampleSession.draw(dice);
        SamplePage page = SamplePage.drawEntrance(dice);
        long time = start;
        boolean seenHome = session.returning();
        for (int i = 0; i < views; i++) {
            boolean first = i == 0;
            out.accept(view(dice, session, page, time, first, seenHome));
            seenHome |= page == SamplePage.HOME;
            page = page.drawNext(dice);
            double pause = Math.min(LONGEST_PAUSE_MILLIS, MEDIAN_PAUSE_MILLIS * dice.around(0.8));
            time += 1_000 + Math.round(pause);
        }
    }

    private SampleView view(
            Dice dice,
            SampleSession session,
            SamplePage page,
            long time,
            boolean first,
            boolean seenHome) {
        boolean regressed =
                time >= regressionFrom
                        && page == SamplePage.CHECKOUT
                        && session.device() == SampleDevice.MOBILE;
        // a new connection costs three round trips and a request, a kept one only the request
        double roundTrips = first ? 3.4 : 1.1;
        double ttfb =
                SERVER_MILLIS * dice.around(0.5)
                        + roundTrips * session.roundTripMillis() * dice.around(0.5);
        double script =
                page.renderMillis()
                        * session.slowness()
                        * dice.around(0.52)
                        * (regressed ? 2.2 : 1);
        double fcp = ttfb + script + 0.6 * session.roundTripMillis();
        boolean cached = page == SamplePage.HOME && seenHome;
        double lcp = fcp + late(dice, session, page, cached);
        double dcl = ttfb + SCRIPT_SHARE * script * dice.around(0.15);
        double load = Math.max(dcl, lcp) + 25 * session.slowness() * dice.around(0.5);
        double inp =
                page.inputMillis()
                        * StrictMath.pow(session.slowness(), 0.75)
                        * dice.around(0.5)
                        * (regressed ? 1.8 : 1);
        boolean interacted = dice.happens(page.interactive());
        boolean hidden = dice.happens(0.02);
        boolean leftEarly = dice.happens(0.015);
        double cls = shift(dice, session, page, first);
        return new SampleView(
                session,
                time,
                page.drawPath(dice),
                millis(ttfb),
                hidden ? Double.NaN : millis(fcp),
                hidden || session.old() ? Double.NaN : millis(lcp),
                session.reportsShifts() ? cls : Double.NaN,
                interacted && !session.old() ? wholeFrames(inp) : Double.NaN,
                millis(dcl),
                leftEarly ? Double.NaN : millis(load));
    }

    private static double late(Dice dice, SampleSession session, SamplePage page, boolean cached) {
        double chance = dice.around(0.42);
        if (cached) {
            return 12 * session.slowness() * chance;
        }
        return page.lateMillis() * StrictMath.pow(session.slowness(), 0.35) * chance
                + session.connection().transferMillis(page.kilobytes()) * session.network()
                + 8 * session.slowness();
    }

    private static double shift(Dice dice, SampleSession session, SamplePage page, boolean first) {
        double chance = dice.around(0.4);
        double share = dice.uniform();
        double banner = first && !session.returning() ? 0.048 : 0;
        double screen = session.device() == SampleDevice.MOBILE ? 1.6 : 1;
        double shift =
                (share < 0.3 ? 0 : page.shift() * screen * chance) + banner * screen * chance;
        return Math.round(shift * 10_000) / 10_000.0;
    }

    private static double millis(double value) {
        return Math.round(Math.min(value, LONGEST_MILLIS) * 10) / 10.0;
    }

    /// Event durations come in steps of 8 ms.
    private static double wholeFrames(double value) {
        double steps = Math.max(1, Math.round(Math.min(value, LONGEST_MILLIS) / EVENT_STEP_MILLIS));
        return steps * EVENT_STEP_MILLIS;
    }
}

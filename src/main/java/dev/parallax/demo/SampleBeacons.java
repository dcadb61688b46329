package dev.parallax.demo;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Rating;
import java.io.IOException;
import java.io.OutputStream;

/// Writes page views as a log of web-vitals beacons: one JSON object a line for each metric, as the
/// recipe in the library's README sends them, with the address, time and session that a server
/// adds:
///
/// ```
/// {"name":"LCP","value":812.4,"delta":812.4,"rating":"good","id":"v6-1780272000000-4821733019462",
///  "navigationType":"navigate","navigationId":2003120,
///  "url":"https://saltmarsh.example/","timestamp":1780272003120,"session":"5f2b6c1a9a394a60",
///  "device":"mobile","browser":"Chrome","os":"Android","country":"GB"}
/// ```
///
/// A layout shift in one view out of ten is sent twice, first half of it, under the same id.
final class SampleBeacons {
    private static final String ORIGIN = "https://saltmarsh.example";
    private static final long SMALLEST_ID = 1_000_000_000_000L;
    private static final double IDS = 9_000_000_000_000L;

    /// A session hardly sees one page twice under one number.
    private static final long NAVIGATIONS = 10_000_000;

    private final Lines lines;

    SampleBeacons(OutputStream out) {
        lines = new Lines(out);
    }

    void add(SampleView view) throws IOException {
        long leaves = view.epochMillis() + 20_000;
        send(view, Metric.TTFB, view.ttfb(), view.ttfb(), view.epochMillis() + 400);
        send(view, Metric.FCP, view.fcp(), view.fcp(), view.epochMillis() + 500);
        send(view, Metric.LCP, view.lcp(), view.lcp(), leaves);
        send(view, Metric.INP, view.inp(), view.inp(), leaves);
        if (!Double.isNaN(view.cls()) && view.epochMillis() % 10 == 0) {
            double half = Math.round(view.cls() * 5_000) / 10_000.0;
            send(view, Metric.CLS, half, half, leaves);
            send(view, Metric.CLS, view.cls(), view.cls() - half, leaves + 15_000);
        } else {
            send(view, Metric.CLS, view.cls(), view.cls(), leaves);
        }
    }

    void finish() throws IOException {
        lines.flush();
    }

    private void send(SampleView view, Metric metric, double value, double delta, long at)
            throws IOException {
        if (Double.isNaN(value)) {
            return;
        }
        int places = metric == Metric.CLS ? 4 : 1;
        SampleSession session = view.session();
        lines.text("{\"name\":\"").text(metric.shortName());
        lines.text("\",\"value\":").number(value, places);
        lines.text(",\"delta\":").number(delta, places);
        lines.text(",\"rating\":\"").text(rating(metric, value));
        lines.text("\",\"id\":\"v6-")
                .whole(view.epochMillis() + 20)
                .character('-')
                .whole(id(view, metric));
        lines.text("\",\"navigationType\":\"navigate\",\"navigationId\":")
                .whole(view.epochMillis() % NAVIGATIONS)
                .text(",\"url\":\"")
                .text(ORIGIN)
                .text(encoded(view.path()));
        lines.text("\",\"timestamp\":").whole(at);
        lines.text(",\"session\":\"").text(session.id());
        lines.text("\",\"device\":\"").text(session.device().label());
        lines.text("\",\"browser\":\"").text(session.software().browser());
        lines.text("\",\"os\":\"").text(session.software().os());
        lines.text("\",\"country\":\"").text(session.country().name());
        lines.text("\",\"connection\":\"").text(session.connection().label()).text("\"}\n");
    }

    /// Thirteen digits that tell this measurement from all others.
    private static long id(SampleView view, Metric metric) {
        long seed = view.epochMillis() ^ ((long) view.session().id().hashCode() << 32);
        return SMALLEST_ID + (long) (Chance.of(seed, metric.key().hashCode()) * IDS);
    }

    private static String rating(Metric metric, double value) {
        Rating rating = metric.thresholds().orElseThrow().rate(value);
        return rating.label().replace(' ', '-');
    }

    private static String encoded(String path) {
        return path.replace("\"", "%22").replace(" ", "%20");
    }
}

package dev.parallax.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How fast scripts of pages run in a browser on this machine.
///
/// The script builds texts, copies arrays and turns objects into JSON and back, each in sixteen
/// slices of 5 ms, of which the best counts: it tells what the machine can do, not how busy it was.
/// The score is the geometric mean of the three rates, each over its rate on a reference machine,
/// times that machine's BenchmarkIndex in Lighthouse. So it is on that scale, where 1,500 to 2,000
/// is a fast desktop, 800 to 1,200 a fast phone and 125 to 800 a middling one. See
/// `docs/methods.md`.
final class Benchmark {
    private static final String SCRIPT = "benchmark.js";

    /// The BenchmarkIndex of the reference machine, a server of 2025: median of 20 runs.
    private static final double REFERENCE_INDEX = 2700;

    /// Its rates in Chromium 156, in rounds a millisecond: texts, arrays, objects.
    private static final List<Double> REFERENCE_RATES = List.of(60.0, 67.0, 36.0);

    private Benchmark() {}

    /// What a page evaluates, to give the rates.
    static String script() {
        try (InputStream script = Benchmark.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException("the program lacks " + SCRIPT);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The score of what the script gave.
    ///
    /// @return above 0; -1 if these are no rates
    static double score(Object told) {
        if (!(told instanceof List<?> rates) || rates.size() != REFERENCE_RATES.size()) {
            return -1;
        }
        double logs = 0;
        for (int i = 0; i < rates.size(); i++) {
            if (!(rates.get(i) instanceof Number rate) || !(rate.doubleValue() > 0)) {
                return -1;
            }
            logs += Math.log(rate.doubleValue() / REFERENCE_RATES.get(i));
        }
        return REFERENCE_INDEX * Math.exp(logs / rates.size());
    }
}

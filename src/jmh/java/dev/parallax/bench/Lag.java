package dev.parallax.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long it took again and again from a beginning to its end, milliseconds.
final class Lag {
    private final List<Double> millis = new ArrayList<>();
    private long begun;
    private boolean open;

    void begin() {
        begun = System.nanoTime();
        open = true;
    }

    /// Does nothing if nothing has begun.
    void end() {
        if (open) {
            open = false;
            millis.add((System.nanoTime() - begun) / 1e6);
        }
    }

    boolean isOpen() {
        return open;
    }

    void clear() {
        open = false;
        millis.clear();
    }

    void print(String what) {
        print(what, millis);
    }

    static void print(String what, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int n = sorted.size();
        if (n == 0) {
            System.out.printf("%-52s nothing measured%n", what);
            return;
        }
        System.out.printf(
                "%-52s n %4d  p50 %7.1f  p95 %7.1f  max %7.1f ms%n",
                what, n, sorted.get(n / 2), sorted.get(n * 95 / 100), sorted.get(n - 1));
    }
}

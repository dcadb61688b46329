package dev.parallax.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/// How long a question takes once it has been asked often enough: milliseconds on the clock and of
/// both processors together.
final class Took {
    private static final int WARM_UP = 12;
    private static final int TURNS = 21;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Took() {}

    /// Prints what the first time took, the median of the others, the least, and CPU.
    static void row(String what, Callable<?> question) throws Exception {
        double first = millis(question);
        for (int i = 1; i < WARM_UP; i++) {
            question.call();
        }
        List<Double> millis = new ArrayList<>();
        long cpu = MACHINE.getProcessCpuTime();
        for (int i = 0; i < TURNS; i++) {
            millis.add(millis(question));
        }
        double cpuMillis = (MACHINE.getProcessCpuTime() - cpu) / 1e6 / TURNS;
        BenchTable.row(what, first, BenchTable.median(millis), Collections.min(millis), cpuMillis);
    }

    private static double millis(Callable<?> question) throws Exception {
        long begin = System.nanoTime();
        Object answer = question.call();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (answer == null) {
            throw new IllegalStateException("no answer");
        }
        return millis;
    }
}

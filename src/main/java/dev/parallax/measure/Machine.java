package dev.parallax.measure;

import java.util.Locale;

/// The machine a run was made on, as it was when the run started.
///
/// @param system its operating system with version and architecture: `Linux 6.1 (amd64)`
/// @param program this program and its Java: `Parallax 0.1, Java 25.0.1`
/// @param driver what stands between this program and the browser: `Playwright 1.62.0`; empty if
///   nothing does
/// @param processors how many the program may use
/// @param memoryBytes of the whole machine, -1 if unknown
/// @param freeMemoryBytes that a program could get at once, -1 if unknown
/// @param power where the machine had its power from
/// @param batteryPercent how full the battery was, -1 if there is none or it is unknown
/// @param network the kind of its connection
/// @param benchmark how fast pages' scripts run on it, on the scale of Lighthouse's BenchmarkIndex:
///   1,500 to 2,000 is a fast desktop; -1 if it was not measured
public record Machine(
        String system,
        String program,
        String driver,
        int processors,
        long memoryBytes,
        long freeMemoryBytes,
        Power power,
        double batteryPercent,
        NetworkKind network,
        double benchmark) {
    /// Nothing is known.
    public static final Machine UNKNOWN =
            new Machine("", "", "", 0, -1, -1, Power.UNKNOWN, -1, NetworkKind.UNKNOWN, -1);

    /// A machine whose speed was not measured.
    public Machine(
            String system,
            String program,
            String driver,
            int processors,
            long memoryBytes,
            long freeMemoryBytes,
            Power power,
            double batteryPercent,
            NetworkKind network) {
        this(
                system,
                program,
                driver,
                processors,
                memoryBytes,
                freeMemoryBytes,
                power,
                batteryPercent,
                network,
                -1);
    }

    /// The same machine with a score.
    public Machine withBenchmark(double score) {
        return new Machine(
                system,
                program,
                driver,
                processors,
                memoryBytes,
                freeMemoryBytes,
                power,
                batteryPercent,
                network,
                score);
    }

    /// Where a machine has its power from; on a battery many slow their processor down.
    public enum Power {
        MAINS,
        BATTERY,
        UNKNOWN;

        /// The word in files and JSON.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How a machine is connected.
    public enum NetworkKind {
        WIRED,
        WIRELESS,
        MOBILE,
        TUNNEL,
        NONE,
        UNKNOWN;

        /// The word in files and JSON.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

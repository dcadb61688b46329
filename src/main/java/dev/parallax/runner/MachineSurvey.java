package dev.parallax.runner;

import com.sun.management.OperatingSystemMXBean;
import dev.parallax.measure.Machine;
import dev.parallax.measure.Machine.NetworkKind;
import dev.parallax.measure.Machine.Power;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks at the machine a run is made on. What an operating system does not tell without being
/// asked by another program stays unknown.
final class MachineSurvey {
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
    private static final long BYTES_IN_KB = 1024;

    private final Path root;

    /// @param root where `sys` and `proc` of Linux are
    MachineSurvey(Path root) {
        this.root = root;
    }

    static MachineSurvey ofThisMachine() {
        return new MachineSurvey(Path.of("/"));
    }

    /// The machine at this moment.
    ///
    /// @param driver what stands between this program and the browser, empty if nothing does
    Machine now(String driver, Route route) {
        Battery battery = battery();
        return new Machine(
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " ("
                        + System.getProperty("os.arch")
                        + ")",
                "Parallax 0.1, Java " + Runtime.version().feature(),
                driver,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean
                        ? bean.getTotalMemorySize()
                        : -1,
                freeMemory(),
                battery.power(),
                battery.percent(),
                networkKind(route));
    }

    /// What a program could get: on Linux also what is used for caches only.
    private long freeMemory() {
        Matcher available = AVAILABLE.matcher(text(root.resolve("proc/meminfo")));
        if (available.find()) {
            return Long.parseLong(available.group(1)) * BYTES_IN_KB;
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean
                ? bean.getFreeMemorySize()
                : -1;
    }

    private record Battery(Power power, double percent) {}

    /// Linux tells; a machine without any power supply listed has no battery.
    private Battery battery() {
        Path supplies = root.resolve("sys/class/power_supply");
        if (!Files.isDirectory(supplies)) {
            return new Battery(Power.UNKNOWN, -1);
        }
        Power power = Power.MAINS;
        double percent = -1;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(supplies)) {
            for (Path supply : all) {
                if (text(supply.resolve("type")).equals("Battery")
                        && !text(supply.resolve("scope")).equals("Device")) {
                    percent = number(text(supply.resolve("capacity")));
                    if (text(supply.resolve("status")).equals("Discharging")) {
                        power = Power.BATTERY;
                    }
                }
            }
        } catch (IOException unreadable) {
            return new Battery(Power.UNKNOWN, -1);
        }
        return new Battery(power, percent);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private NetworkKind networkKind(Route route) {
        if (route.address().isEmpty()) {
            return NetworkKind.NONE;
        }
        try {
            @Nullable NetworkInterface way =
                    NetworkInterface.getByInetAddress(InetAddress.ofLiteral(route.address()));
            return way == null ? NetworkKind.UNKNOWN : kindOf(way.getName());
        } catch (IOException unknown) {
            return NetworkKind.UNKNOWN;
        }
    }

    /// By the names Linux gives; those of macOS and Windows say nothing of the kind.
    NetworkKind kindOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("tun") || lower.startsWith("utun") || lower.startsWith("wg")) {
            return NetworkKind.TUNNEL;
        }
        if (lower.startsWith("wwan") || lower.startsWith("ppp")) {
            return NetworkKind.MOBILE;
        }
        Path about = root.resolve("sys/class/net").resolve(name);
        if (!Files.isDirectory(about)) {
            return NetworkKind.UNKNOWN;
        }
        return Files.isDirectory(about.resolve("wireless")) || lower.startsWith("wl")
                ? NetworkKind.WIRELESS
                : NetworkKind.WIRED;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return "";
        }
    }
}

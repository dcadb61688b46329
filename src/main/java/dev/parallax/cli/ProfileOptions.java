package dev.parallax.cli;

import dev.parallax.measure.BlockList;
import dev.parallax.measure.CacheState;
import dev.parallax.measure.Device;
import dev.parallax.measure.Devices;
import dev.parallax.measure.Network;
import dev.parallax.measure.Preferences;
import dev.parallax.measure.Profile;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that give numbers of a profile; those that are left out stay as they are.
final class ProfileOptions {
    @Option(names = "--name", paramLabel = "N", description = "For people: \"On the train\".")
    private @Nullable String name;

    @Option(
            names = "--device",
            paramLabel = "D",
            description =
                    "Viewport, pixel ratio, touch and user agent of a device: desktop, laptop, full-hd,"
                            + " moto-g-power, pixel-7, galaxy-a51, iphone-14 or ipad-mini.")
    private @Nullable String device;

    @Option(names = "--viewport", paramLabel = "WxH", description = "CSS pixels, such as 412x823.")
    private @Nullable String viewport;

    @Option(names = "--pixel-ratio", paramLabel = "N", description = "Device pixels per CSS pixel.")
    private @Nullable Double pixelRatio;

    @Option(
            names = "--touch",
            paramLabel = "yes|no",
            description = "Whether the screen is touched.")
    private @Nullable String touch;

    @Option(
            names = "--user-agent",
            paramLabel = "TEXT",
            description = "What the browser calls itself; \"\" for its own name.")
    private @Nullable String userAgent;

    @Option(
            names = "--method",
            paramLabel = "M",
            description =
                    "How the network is shaped: none; proxy, which delays and meters every byte; or"
                            + " devtools, which leaves the time to first byte as it is.")
    private Network.@Nullable Method method;

    @Option(
            names = "--rtt",
            paramLabel = "MS",
            description = "Added round-trip time, milliseconds.")
    private @Nullable Double rtt;

    @Option(
            names = "--down",
            paramLabel = "KBPS",
            description = "Download, 1,000 bits a second; 0 for no limit.")
    private @Nullable Double down;

    @Option(
            names = "--up",
            paramLabel = "KBPS",
            description = "Upload, 1,000 bits a second; 0 for no limit.")
    private @Nullable Double up;

    @Option(
            names = "--latency-factor",
            paramLabel = "N",
            description = "DevTools is given the round-trip time times this; Chrome uses 3.75.")
    private @Nullable Double latencyFactor;

    @Option(
            names = "--bandwidth-factor",
            paramLabel = "N",
            description = "DevTools is given the bandwidths times this; Chrome uses 0.9.")
    private @Nullable Double bandwidthFactor;

    @Option(
            names = "--cpu",
            paramLabel = "N",
            description = "How many times slower the processor is made, from 1.")
    private @Nullable Double cpuRate;

    @Option(names = "--locale", paramLabel = "TAG", description = "Such as en-US or de-AT.")
    private @Nullable String locale;

    @Option(
            names = "--time-zone",
            paramLabel = "Z",
            description = "Such as Europe/Berlin; \"\" for the machine's own.")
    private @Nullable String timeZone;

    @Option(
            names = "--color-scheme",
            paramLabel = "S",
            description = "What pages are told the visitor prefers: light or dark.")
    private Preferences.@Nullable ColorScheme colorScheme;

    @Option(
            names = "--cache",
            paramLabel = "C",
            description =
                    "Which views are measured: cold, the first; warm, the repeat view behind it; or"
                            + " both.")
    private @Nullable CacheState cache;

    @Option(
            names = "--block",
            paramLabel = "RULE",
            description =
                    "A host that is not reached, with all below it, or a pattern of addresses such as"
                            + " */tag-manager/*; may be repeated. \"\" alone blocks nothing.")
    private @Nullable List<String> blocked;

    /// The name that was given, or another one.
    String nameOr(String other) {
        return Objects.requireNonNullElse(name, other);
    }

    /// The profile with the numbers that were given.
    ///
    /// @throws ProblemException (usage) if a number makes no sense
    Profile applyTo(Profile start) {
        return applyTo(start, start.id(), nameOr(start.name()));
    }

    /// A profile of another id and name with the numbers that were given.
    ///
    /// @throws ProblemException (usage) if a number makes no sense
    Profile applyTo(Profile start, String otherId, String otherName) {
        try {
            return start.named(otherId, otherName)
                    .withDevice(device(start.device()))
                    .withNetwork(network(start.network()))
                    .withCpuRate(or(cpuRate, start.cpuRate()))
                    .withPreferences(preferences(start.preferences()))
                    .withCacheState(Objects.requireNonNullElse(cache, start.cacheState()))
                    .withBlockList(blockList(start.blockList()));
        } catch (IllegalArgumentException senseless) {
            throw new ProblemException(
                    refused(
                            String.valueOf(senseless.getMessage()),
                            "correct it; `parallax profile add --help` says what each option takes"));
        }
    }

    private Device device(Device start) {
        Device from = device == null ? start : named(device);
        int width = from.width();
        int height = from.height();
        String size = viewport;
        if (size != null) {
            String[] sides = size.split("[x×]", -1);
            if (sides.length != 2
                    || !sides[0].matches("\\d{1,5}")
                    || !sides[1].matches("\\d{1,5}")) {
                throw new IllegalArgumentException("not a viewport: \"" + size + "\"");
            }
            width = Integer.parseInt(sides[0]);
            height = Integer.parseInt(sides[1]);
        }
        String agent =
                userAgent == null ? from.userAgent() : userAgent.isEmpty() ? null : userAgent;
        return new Device(
                width, height, or(pixelRatio, from.pixelRatio()), from.kind(), touch(from), agent);
    }

    private boolean touch(Device from) {
        return switch (touch) {
            case null -> from.touch();
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no: \"" + touch + "\"");
        };
    }

    private static Device named(String id) {
        return Devices.find(id)
                .orElseThrow(() ->
                        new ProblemException(
                                refused(
                                        "there is no device \"" + id + "\"",
                                        "use one of "
                                                + Devices.all().stream()
                                                        .map(Devices.Named::id)
                                                        .collect(Collectors.joining(", ")))));
    }

    /// Numbers without a method are meant for the proxy; no method takes all numbers away.
    private Network network(Network start) {
        boolean shaped = rtt != null || down != null || up != null;
        Network.Method wanted =
                method != null
                        ? method
                        : shaped && start.method() == Network.Method.NONE
                                ? Network.Method.PROXY
                                : start.method();
        return switch (wanted) {
            case NONE -> {
                if (shaped) {
                    throw new IllegalArgumentException("an unshaped network has no numbers");
                }
                yield Network.UNSHAPED;
            }
            case PROXY -> {
                if (latencyFactor != null || bandwidthFactor != null) {
                    throw new IllegalArgumentException("only DevTools is given corrected numbers");
                }
                yield new Network(
                        or(rtt, start.rttMillis()),
                        or(down, start.downKbps()),
                        or(up, start.upKbps()),
                        wanted);
            }
            case DEVTOOLS ->
                    new Network(
                            or(rtt, start.rttMillis()),
                            or(down, start.downKbps()),
                            or(up, start.upKbps()),
                            wanted,
                            new Network.Correction(
                                    or(latencyFactor, start.correction().latency()),
                                    or(bandwidthFactor, start.correction().bandwidth())));
        };
    }

    private Preferences preferences(Preferences start) {
        return new Preferences(
                Objects.requireNonNullElse(locale, start.locale()),
                Objects.requireNonNullElse(timeZone, start.timeZone()),
                Objects.requireNonNullElse(colorScheme, start.colorScheme()));
    }

    private BlockList blockList(BlockList start) {
        List<String> given = blocked;
        return given == null
                ? start
                : new BlockList(given.stream().filter(rule -> !rule.isEmpty()).toList());
    }

    private static double or(@Nullable Double given, double other) {
        return given == null ? other : given;
    }

    private static Problem refused(String why, String next) {
        return Problem.usage("profile-invalid", "cannot make this profile", why, next);
    }
}

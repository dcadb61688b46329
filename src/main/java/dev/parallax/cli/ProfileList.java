package dev.parallax.cli;

import dev.parallax.measure.Network;
import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import dev.parallax.measure.ProfileTrait;
import dev.parallax.service.ManageProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax profile list`
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the profiles to run under: your own, then the presets.",
            "Tools use the same names for other numbers, so presets begin with the tool's name:"
                    + " WebPageTest's 3G has twice the round-trip time of sitespeed.io's."
        })
public final class ProfileList implements Callable<Integer> {
    private final InWorkspace<ManageProfiles> profiles;
    private final Output output;

    @Option(names = "--own", description = "Your own only.")
    private boolean ownOnly;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public ProfileList(InWorkspace<ManageProfiles> profiles, Output output) {
        this.profiles = profiles;
        this.output = output;
    }

    private record Found(List<OwnProfile> own, List<Preset> presets) {}

    @Override
    public Integer call() {
        Found found =
                profiles.call(
                        workspace.file(),
                        use -> new Found(use.own(), ownOnly ? List.of() : use.presets()));
        if (json.wanted()) {
            output.json(
                    Map.of(
                            "profiles",
                            Stream.concat(
                                            found.own().stream()
                                                    .map(own ->
                                                            ProfileJson.of(own, checks(own.id()))),
                                            found.presets().stream().map(ProfileJson::of))
                                    .toList()));
        } else if (found.own().isEmpty() && ownOnly) {
            output.line("No profiles of your own; `parallax profile copy PRESET NEW` makes one.");
        } else {
            output.table(
                    List.of("id", "of", "device", "#ms", "#down", "#up", "by", "#CPU"),
                    rows(found));
        }
        return ExitCode.OK;
    }

    private List<String> checks(String id) {
        return profiles.call(workspace.file(), use -> use.checksOf(id));
    }

    private static List<List<String>> rows(Found found) {
        var rows = new ArrayList<List<String>>();
        found.own().forEach(own -> rows.add(row(own.profile(), "own")));
        found.presets().forEach(preset -> rows.add(row(preset.profile(), preset.family())));
        return rows;
    }

    private static List<String> row(Profile profile, String family) {
        Network network = profile.network();
        return List.of(
                profile.id(),
                family,
                ProfileTrait.VIEWPORT.of(profile),
                shaped(network, network.rttMillis()),
                shaped(network, network.downKbps()),
                shaped(network, network.upKbps()),
                network.method().key(),
                profile.cpuRate() == 1 ? "–" : number(profile.cpuRate()) + " ×");
    }

    private static String shaped(Network network, double number) {
        return network.method() == Network.Method.NONE || number == 0 ? "–" : number(number);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

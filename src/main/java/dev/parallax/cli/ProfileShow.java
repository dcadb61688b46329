package dev.parallax.cli;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import dev.parallax.service.ManageProfiles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax profile show PROFILE`
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows all numbers of a profile: where a preset has them from, and in what an own one"
                        + " differs from what it was made of.")
public final class ProfileShow implements Callable<Integer> {
    private final InWorkspace<ManageProfiles> profiles;
    private final Output output;

    @Parameters(paramLabel = "PROFILE", description = "Its id, such as lighthouse-mobile.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String id;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public ProfileShow(InWorkspace<ManageProfiles> profiles, Output output) {
        this.profiles = profiles;
        this.output = output;
    }

    private record Found(Profile profile, Optional<OwnProfile> own, List<String> checks) {}

    @Override
    public Integer call() {
        Found found =
                profiles.call(
                        workspace.file(),
                        use -> new Found(use.profile(id), use.ownProfile(id), use.checksOf(id)));
        if (json.wanted()) {
            output.json(
                    found.own()
                            .map(own -> ProfileJson.of(own, found.checks()))
                            .or(() -> Preset.find(id).map(ProfileJson::of))
                            .orElseGet(() -> ProfileJson.of(found.profile())));
        } else {
            show(found);
        }
        return ExitCode.OK;
    }

    private void show(Found found) {
        Optional<Profile> origin = found.own().flatMap(OwnProfile::origin);
        output.table(
                List.of(found.profile().id(), found.profile().name()),
                ProfileJson.rows(found.profile(), origin));
        output.line("");
        Preset.find(id)
                .ifPresent(preset -> {
                    output.line("Source: " + preset.source() + ", " + preset.link());
                    if (!preset.note().isEmpty()) {
                        output.line("Note: " + preset.note() + ".");
                    }
                });
        origin.ifPresent(from -> output.line("Made from " + from.id() + "."));
        if (!found.checks().isEmpty()) {
            output.line("Checks: " + String.join(", ", found.checks()) + ".");
        }
    }
}

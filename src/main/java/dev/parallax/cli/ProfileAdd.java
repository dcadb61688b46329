package dev.parallax.cli;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Profile;
import dev.parallax.service.ManageProfiles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax profile add ID`
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a profile of your own, from another one and the numbers you give.",
            "",
            "For the phone of your users on a train:",
            "  parallax profile add train --from lighthouse-mobile --rtt 220 --down 3000",
            "For a repeat view without the tag manager:",
            "  parallax profile add again --cache both --block googletagmanager.com"
        })
public final class ProfileAdd implements Callable<Integer> {
    private final InWorkspace<ManageProfiles> profiles;
    private final Output output;

    @Parameters(
            paramLabel = "ID",
            description = "How it is called by --profile: small letters, digits and hyphens.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String id;

    @Option(
            names = "--from",
            paramLabel = "PROFILE",
            defaultValue = "desktop",
            description = "What the other numbers are of; default: ${DEFAULT-VALUE}.")
    private String from = "desktop";

    @Mixin private final ProfileOptions numbers = new ProfileOptions();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public ProfileAdd(InWorkspace<ManageProfiles> profiles, Output output) {
        this.profiles = profiles;
        this.output = output;
    }

    @Override
    public Integer call() {
        OwnProfile added =
                profiles.call(
                        workspace.file(),
                        use -> {
                            Profile origin = use.profile(from);
                            return use.add(
                                    numbers.applyTo(origin, id, numbers.nameOr(id)),
                                    Optional.of(origin));
                        });
        ProfileTold.tell(added, List.of(), json, output);
        return ExitCode.OK;
    }
}

package dev.parallax.cli;

import dev.parallax.measure.OwnProfile;
import dev.parallax.service.ManageProfiles;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax profile change ID`
@Command(
        name = "change",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a profile of your own other numbers; those not named stay.",
            "Its checks run with the new ones from now on. Runs keep the numbers they were made under and"
                    + " are not compared with runs under others."
        })
public final class ProfileChange implements Callable<Integer> {
    private final InWorkspace<ManageProfiles> profiles;
    private final Output output;

    @Parameters(paramLabel = "ID", description = "The id of a profile of your own.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String id;

    @Mixin private final ProfileOptions numbers = new ProfileOptions();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public ProfileChange(InWorkspace<ManageProfiles> profiles, Output output) {
        this.profiles = profiles;
        this.output = output;
    }

    private record Changed(OwnProfile profile, List<String> checks) {}

    @Override
    public Integer call() {
        Changed changed =
                profiles.call(
                        workspace.file(),
                        use ->
                                new Changed(
                                        use.change(numbers.applyTo(use.profile(id))),
                                        use.checksOf(id)));
        ProfileTold.tell(changed.profile(), changed.checks(), json, output);
        if (!json.wanted() && !changed.checks().isEmpty()) {
            output.line(
                    "Checks that now run with it: " + String.join(", ", changed.checks()) + ".");
        }
        return ExitCode.OK;
    }
}

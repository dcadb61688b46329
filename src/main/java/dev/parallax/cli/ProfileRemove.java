package dev.parallax.cli;

import dev.parallax.service.ManageProfiles;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax profile remove ID`
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes a profile of your own. Its runs stay, with their numbers.")
public final class ProfileRemove implements Callable<Integer> {
    private final InWorkspace<ManageProfiles> profiles;
    private final Output output;

    @Parameters(paramLabel = "ID", description = "The id of a profile of your own.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String id;

    @Option(
            names = "--keep-checks",
            description = "Even if checks use it: they go on with the numbers they have.")
    private boolean keepChecks;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public ProfileRemove(InWorkspace<ManageProfiles> profiles, Output output) {
        this.profiles = profiles;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<String> checks =
                profiles.call(
                        workspace.file(),
                        use -> {
                            List<String> going = use.checksOf(id);
                            if (keepChecks) {
                                use.removeFromList(id);
                            } else {
                                use.remove(id);
                            }
                            return going;
                        });
        if (json.wanted()) {
            output.json(JsonObject.of("removed", id).with("checks", checks));
        } else {
            output.line("Removed the profile \"" + id + "\".");
            if (!checks.isEmpty()) {
                output.line(
                        "Checks that go on with its numbers: " + String.join(", ", checks) + ".");
            }
        }
        return ExitCode.OK;
    }
}

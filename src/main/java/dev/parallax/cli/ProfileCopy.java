package dev.parallax.cli;

import dev.parallax.measure.OwnProfile;
import dev.parallax.service.ManageProfiles;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax profile copy PROFILE ID`
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = "Makes a profile of your own with all numbers of another one.")
public final class ProfileCopy implements Callable<Integer> {
    private final InWorkspace<ManageProfiles> profiles;
    private final Output output;

    @Parameters(index = "0", paramLabel = "PROFILE", description = "What is copied.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String from;

    @Parameters(index = "1", paramLabel = "ID", description = "The id of the copy.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String id;

    @Option(names = "--name", paramLabel = "N", description = "For people; default: the id.")
    private @Nullable String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public ProfileCopy(InWorkspace<ManageProfiles> profiles, Output output) {
        this.profiles = profiles;
        this.output = output;
    }

    @Override
    public Integer call() {
        String called = name;
        OwnProfile copy =
                profiles.call(
                        workspace.file(), use -> use.copy(from, id, called == null ? id : called));
        ProfileTold.tell(copy, List.of(), json, output);
        return ExitCode.OK;
    }
}

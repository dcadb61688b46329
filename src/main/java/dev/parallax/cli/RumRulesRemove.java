package dev.parallax.cli;

import dev.parallax.service.ManagePageRules;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax rum rules remove PATTERN`
@Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a rule.")
public final class RumRulesRemove implements Callable<Integer> {
    private final InWorkspace<ManagePageRules> rules;
    private final Output output;

    @Parameters(paramLabel = "PATTERN", description = "The rule's pattern.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String pattern;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumRulesRemove(InWorkspace<ManagePageRules> rules, Output output) {
        this.rules = rules;
        this.output = output;
    }

    @Override
    public Integer call() {
        rules.call(
                workspace.file(),
                use -> {
                    use.remove(pattern);
                    return pattern;
                });
        if (json.wanted()) {
            output.json(Map.of("removed", pattern));
        } else {
            output.line("Removed the rule for " + pattern + ".");
        }
        return ExitCode.OK;
    }
}

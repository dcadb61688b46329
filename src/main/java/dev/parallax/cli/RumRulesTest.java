package dev.parallax.cli;

import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageRules;
import dev.parallax.service.ManagePageRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax rum rules test URL`
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Tells which page a URL or path becomes, and by which rule.")
public final class RumRulesTest implements Callable<Integer> {
    private final InWorkspace<ManagePageRules> rules;
    private final Output output;

    @Parameters(paramLabel = "URL", description = "A URL or path.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String url;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumRulesTest(InWorkspace<ManagePageRules> rules, Output output) {
        this.rules = rules;
        this.output = output;
    }

    @Override
    public Integer call() {
        PageRules.Outcome outcome = rules.call(workspace.file(), use -> use.test(url));
        if (json.wanted()) {
            output.json(
                    JsonObject.of("page", outcome.page().path())
                            .with("rule", outcome.rule().map(PageRule::pattern).orElse(null)));
        } else {
            output.line(
                    outcome.page().path()
                            + outcome.rule()
                                    .map(rule -> " (by the rule for " + rule.pattern() + ")")
                                    .orElse(""));
        }
        return ExitCode.OK;
    }
}

package dev.parallax.cli;

import dev.parallax.rum.PageRule;
import dev.parallax.service.ManagePageRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax rum rules add PATTERN [PAGE]`
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a rule: paths that fit the pattern become one page.",
            "In a pattern * is any one segment, ** at the end any rest. No data set has to be imported again."
        })
public final class RumRulesAdd implements Callable<Integer> {
    private final InWorkspace<ManagePageRules> rules;
    private final Output output;

    @Parameters(index = "0", paramLabel = "PATTERN", description = "Such as /product/*")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String pattern;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PAGE",
            description = "Such as /product/:slug; default: the pattern with :any for *.")
    private String template = "";

    @Option(
            names = "--at",
            paramLabel = "N",
            description = "Its place, from 1: the first rule that fits counts. Default: the last.")
    private int position = Integer.MAX_VALUE;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumRulesAdd(InWorkspace<ManagePageRules> rules, Output output) {
        this.rules = rules;
        this.output = output;
    }

    @Override
    public Integer call() {
        PageRule rule = PageRule.of(pattern, template);
        rules.call(
                workspace.file(),
                use -> {
                    use.add(rule, position);
                    return rule;
                });
        if (json.wanted()) {
            output.json(RumRulesList.json(rule));
        } else {
            output.line("%s becomes %s.".formatted(rule.pattern(), rule.template()));
        }
        return ExitCode.OK;
    }
}

package dev.parallax.cli;

import dev.parallax.rum.PageRule;
import dev.parallax.service.ManagePageRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax rum rules list`
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the rules by which paths become pages, in their order.")
public final class RumRulesList implements Callable<Integer> {
    private final InWorkspace<ManagePageRules> rules;
    private final Output output;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumRulesList(InWorkspace<ManagePageRules> rules, Output output) {
        this.rules = rules;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<PageRule> found = rules.call(workspace.file(), ManagePageRules::list);
        if (json.wanted()) {
            output.json(Map.of("rules", found.stream().map(RumRulesList::json).toList()));
        } else if (found.isEmpty()) {
            output.line(
                    "No rules of your own; ids, dates and a language at the start are found without.");
        } else {
            output.table(
                    List.of("pattern", "page"),
                    found.stream().map(rule -> List.of(rule.pattern(), rule.template())).toList());
        }
        return ExitCode.OK;
    }

    static JsonObject json(PageRule rule) {
        return JsonObject.of("pattern", rule.pattern()).with("template", rule.template());
    }
}

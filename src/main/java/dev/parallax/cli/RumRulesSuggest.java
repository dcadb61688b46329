package dev.parallax.cli;

import dev.parallax.rum.PageSuggestion;
import dev.parallax.service.ManagePageRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax rum rules suggest NAME`
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes rules for a data set.",
            "They are for places where so many different texts follow the same beginning that they look like",
            "names of items. A proposal only; add those that are right."
        })
public final class RumRulesSuggest implements Callable<Integer> {
    private final InWorkspace<ManagePageRules> rules;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumRulesSuggest(InWorkspace<ManagePageRules> rules, Output output) {
        this.rules = rules;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<PageSuggestion> found = rules.call(workspace.file(), use -> use.suggest(name));
        if (json.wanted()) {
            output.json(Map.of("suggestions", found.stream().map(RumRulesSuggest::json).toList()));
        } else if (found.isEmpty()) {
            output.line("Nothing in \"" + name + "\" looks like a name of an item.");
        } else {
            output.table(
                    List.of("pattern", "page", "#paths", "#page views", "for example"),
                    found.stream().map(RumRulesSuggest::row).toList());
        }
        return ExitCode.OK;
    }

    private static List<String> row(PageSuggestion suggestion) {
        return List.of(
                suggestion.rule().pattern(),
                suggestion.rule().template(),
                String.format("%,d", suggestion.paths()),
                String.format("%,d", suggestion.views()),
                suggestion.examples().getFirst());
    }

    private static JsonObject json(PageSuggestion suggestion) {
        return RumRulesList.json(suggestion.rule())
                .with("paths", suggestion.paths())
                .with("pageViews", suggestion.views())
                .with("examples", suggestion.examples());
    }
}

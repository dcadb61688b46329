package dev.parallax.rum;

import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How URLs and paths become pages: the user's rules in their order, the first that fits, and then
/// those that are built in ([PageTemplate]). The same for real users' paths and a journey's URLs.
public final class PageRules {
    /// No rule but those that are built in.
    public static final PageRules BUILT_IN = new PageRules(List.of());

    private final List<PageRule> manual;
    private final List<PageRule.Compiled> compiled;

    /// @param manual the user's rules
    /// @throws ProblemException if a pattern occurs twice
    public PageRules(List<PageRule> manual) {
        this.manual = List.copyOf(manual);
        this.compiled = manual.stream().map(PageRule.Compiled::new).toList();
        for (int i = 0; i < manual.size(); i++) {
            String pattern = manual.get(i).pattern();
            if (manual.subList(0, i).stream().anyMatch(rule -> rule.pattern().equals(pattern))) {
                throw new ProblemException(
                        Problem.usage(
                                "page-rule-twice",
                                "cannot have two rules for " + pattern,
                                "only the first one would ever be used",
                                "remove the other one first"));
            }
        }
    }

    /// The user's rules, the first one first.
    public List<PageRule> manual() {
        return manual;
    }

    /// What became of a URL.
    ///
    /// @param rule the user's rule that fits; empty if only those built in were used
    public record Outcome(PageTemplate page, Optional<PageRule> rule) {}

    /// The page of a URL or path.
    public PageTemplate of(String url) {
        return test(url).page();
    }

    /// The page of a URL or path, and why.
    public Outcome test(String url) {
        List<String> segments = PageTemplate.segments(url);
        for (PageRule.Compiled rule : compiled) {
            Optional<PageTemplate> page = rule.apply(segments);
            if (page.isPresent()) {
                return new Outcome(page.get(), Optional.of(rule.rule()));
            }
        }
        return new Outcome(PageTemplate.ofSegments(segments, 0), Optional.empty());
    }

    /// These rules with one more.
    ///
    /// @param position where it comes, from 1; beyond the end it is the last
    public PageRules with(PageRule rule, int position) {
        var more = new ArrayList<>(manual);
        more.add(Math.clamp(position - 1, 0, manual.size()), rule);
        return new PageRules(more);
    }

    /// These rules without the one of a pattern.
    ///
    /// @throws ProblemException if there is none
    public PageRules without(String pattern) {
        List<PageRule> fewer =
                manual.stream().filter(rule -> !rule.pattern().equals(pattern)).toList();
        if (fewer.size() == manual.size()) {
            throw new ProblemException(
                    Problem.usage(
                            "page-rule-missing",
                            "there is no rule for " + pattern,
                            manual.isEmpty()
                                    ? "the workspace has no rules"
                                    : "the workspace has "
                                            + String.join(
                                                    ", ",
                                                    manual.stream()
                                                            .map(PageRule::pattern)
                                                            .toList()),
                            "list them with `parallax rum rules list`"));
        }
        return new PageRules(fewer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageRules rules && rules.manual.equals(manual);
    }

    @Override
    public int hashCode() {
        return manual.hashCode();
    }

    @Override
    public String toString() {
        return manual.toString();
    }
}

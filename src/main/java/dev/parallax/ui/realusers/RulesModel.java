package dev.parallax.ui.realusers;

import dev.parallax.problem.ProblemException;
import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageRules;
import dev.parallax.rum.PageSuggestion;
import dev.parallax.rum.ValueCount;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rules by which paths become pages, proposals for more, and what a rule would catch while it
/// is being written.
public final class RulesModel {
    private static final int SHOWN_PATHS = 12;

    private record Known(
            List<PageRule> rules, List<PageSuggestion> suggestions, List<ValueCount> paths) {}

    /// What a rule that is being written would do.
    ///
    /// @param paths how many it catches
    /// @param views page views of these paths
    /// @param examples `path → page`, the most viewed first
    /// @param complaint why it is no rule yet; empty if it is one
    public record Caught(
            int paths, long views, List<Example> examples, Optional<String> complaint) {
        static final Caught NOTHING = new Caught(0, 0, List.of(), Optional.empty());
    }

    /// A path and the page it would become.
    public record Example(String path, String page, long views) {}

    private final RealUserUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final Asked asked;
    private final Runnable changed;
    private final Latest<Known> readings;
    private final ObservableList<PageRule> rules = FXCollections.observableArrayList();
    private final ObservableList<PageSuggestion> suggestions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Caught> caught =
            new ReadOnlyObjectWrapper<>(Caught.NOTHING);
    private List<ValueCount> paths = List.of();
    private @Nullable List<PageRule> before;

    /// @param asked the data set whose paths are tried
    /// @param changed is called when the rules were changed
    RulesModel(
            RealUserUseCases useCases,
            Background background,
            Problems problems,
            Asked asked,
            Runnable changed) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        this.asked = asked;
        this.changed = changed;
        readings =
                new Latest<>(
                        background,
                        known -> {
                            if (before == null) {
                                before = List.copyOf(known.rules());
                            }
                            rules.setAll(known.rules());
                            suggestions.setAll(known.suggestions());
                            paths = known.paths();
                        },
                        problems::show);
        read();
    }

    /// The first one first.
    public ObservableList<PageRule> rules() {
        return rules;
    }

    /// The one for most page views first.
    public ObservableList<PageSuggestion> suggestions() {
        return suggestions;
    }

    public ReadOnlyObjectProperty<Caught> caught() {
        return caught.getReadOnlyProperty();
    }

    /// Tries a rule on every path of the data set.
    public void test(String pattern, String template) {
        if (pattern.isBlank()) {
            caught.set(Caught.NOTHING);
            return;
        }
        try {
            var rule = new PageRules(List.of(PageRule.of(pattern.strip(), template.strip())));
            List<Example> all =
                    paths.stream()
                            .filter(path -> rule.test(path.value()).rule().isPresent())
                            .map(path ->
                                    new Example(
                                            path.value(),
                                            rule.of(path.value()).path(),
                                            path.views()))
                            .toList();
            caught.set(
                    new Caught(
                            all.size(),
                            all.stream().mapToLong(Example::views).sum(),
                            all.stream().limit(SHOWN_PATHS).toList(),
                            Optional.empty()));
        } catch (ProblemException unusable) {
            caught.set(new Caught(0, 0, List.of(), Optional.of(unusable.problem().why())));
        }
    }

    /// Adds a rule before all others.
    public void add(String pattern, String template) {
        change(() -> useCases.addRule(PageRule.of(pattern.strip(), template.strip()), 1));
    }

    /// Takes a proposal as it is.
    public void accept(PageSuggestion suggestion) {
        change(() -> useCases.addRule(suggestion.rule(), 1));
    }

    public void remove(PageRule rule) {
        change(() -> useCases.removeRule(rule.pattern()));
    }

    /// Puts the rules back as they were when this began; does nothing if they are so still.
    public void takeBack() {
        List<PageRule> first = before;
        if (first == null || first.equals(rules)) {
            return;
        }
        List<PageRule> now = List.copyOf(rules);
        change(() -> {
            now.forEach(rule -> useCases.removeRule(rule.pattern()));
            for (int i = 0; i < first.size(); i++) {
                useCases.addRule(first.get(i), i + 1);
            }
        });
    }

    private void change(Runnable change) {
        background.load(
                _ -> {
                    change.run();
                    return true;
                },
                _ -> {
                    changed.run();
                    read();
                },
                problems::show);
    }

    private void read() {
        readings.submit(_ ->
                new Known(
                        useCases.rules(),
                        useCases.suggestRules(asked.dataset().name()),
                        asked.views().paths()));
    }
}

package dev.parallax.ui.compare;

import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.SavedComparison;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.metric.Metric;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The comparisons somebody keeps, each answered anew when the screen is entered.
public final class SavedModel {

    /// One of them.
    ///
    /// @param answer of now; empty until it is known
    public record Kept(SavedComparison saved, Optional<Reanswered> answer) {

        /// Whether it comes to something else than when it was last looked at.
        boolean isChanged() {
            return answer.map(Reanswered::isChanged).orElse(false);
        }

        /// The key of the newest verdict known; empty if there is none.
        Optional<String> verdict() {
            return answer.flatMap(Reanswered::now)
                    .or(saved::judged)
                    .map(SavedComparison.Judged::verdict);
        }

        /// Whether it has no answer any more: what it asks about is gone.
        boolean isUnanswerable() {
            return answer.flatMap(Reanswered::trouble).isPresent();
        }

        /// How that verdict is shown.
        Optional<VerdictLook> look() {
            Metric metric =
                    switch (saved.question()) {
                        case Question question -> question.metric();
                        case RunsQuestion question -> question.headline();
                        case UsersQuestion question -> question.metric();
                    };
            return verdict()
                    .map(key -> PairLook.of(key, metric).orElseGet(() -> VerdictLook.of(key)));
        }
    }

    private final CompareUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final ObservableList<Kept> kept = FXCollections.observableArrayList();

    SavedModel(CompareUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
    }

    /// By name.
    public ObservableList<Kept> kept() {
        return kept;
    }

    /// Reads them again and answers each.
    public void refresh() {
        background.load(
                _ -> useCases.saved(),
                saved -> {
                    kept.setAll(
                            saved.stream().map(one -> new Kept(one, Optional.empty())).toList());
                    answer(saved);
                },
                problems::show);
    }

    /// One after the other: each takes a part of a second, and the newest data set is wanted most.
    private void answer(List<SavedComparison> saved) {
        if (!saved.isEmpty()) {
            background.load(
                    _ -> useCases.answer(saved.getFirst().name()),
                    answer -> {
                        kept.replaceAll(one ->
                                one.saved().name().equals(answer.saved().name())
                                        ? new Kept(one.saved(), Optional.of(answer))
                                        : one);
                        answer(saved.subList(1, saved.size()));
                    },
                    problems::show);
        }
    }

    /// Keeps a question under a name; replaces the one of the same name.
    public void save(String name, ComparisonQuestion question) {
        change(() -> useCases.save(name, question));
    }

    /// Forgets one.
    public void remove(String name) {
        change(() -> useCases.remove(name));
    }

    private void change(Runnable change) {
        background.load(
                _ -> {
                    change.run();
                    return kept.size();
                },
                _ -> refresh(),
                problems::show);
    }
}

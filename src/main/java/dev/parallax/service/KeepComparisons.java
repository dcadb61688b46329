package dev.parallax.service;

import dev.parallax.compare.Annotation;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.SavedComparison;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.store.AnnotationStore;
import dev.parallax.store.ComparisonStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Use case: keeps questions under names and answers them anew, so that it is seen when one comes
/// to something else than before.
public final class KeepComparisons {
    private final ComparisonStore store;
    private final AnnotationStore annotations;
    private final ComparePages comparisons;
    private final InstantSource clock;

    public KeepComparisons(
            ComparisonStore store,
            AnnotationStore annotations,
            ComparePages comparisons,
            InstantSource clock) {
        this.store = store;
        this.annotations = annotations;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /// Keeps a question; replaces the one of the same name.
    ///
    /// @throws ProblemException (usage) if the name is blank
    public void save(String name, Question question) {
        requireName(name);
        store.save(name.strip(), question);
    }

    /// Refuses what is no name, before anything is answered for it.
    ///
    /// @throws ProblemException (usage) if the name is blank
    public void requireName(String name) {
        if (name.isBlank()) {
            throw new ProblemException(
                    Problem.usage(
                            "comparison-without-name",
                            "cannot keep the comparison",
                            "it has no name",
                            "give it one"));
        }
    }

    /// All kept questions, by name.
    public List<SavedComparison> list() {
        return store.list();
    }

    /// Answers a kept question anew, and notes what it comes to.
    ///
    /// @throws ProblemException (usage) if there is none of this name
    public Reanswered answer(String name) {
        SavedComparison saved = store.find(name).orElseThrow(() -> unknown(name));
        try {
            Comparison made = comparisons.compare(saved.question());
            var judged =
                    new SavedComparison.Judged(
                            made.verdict().key(), made.sentence(), clock.instant());
            store.judge(name, judged);
            return new Reanswered(saved, Optional.of(judged), Optional.empty());
        } catch (ProblemException without) {
            return new Reanswered(saved, Optional.empty(), Optional.of(without.problem()));
        }
    }

    /// Forgets a question.
    ///
    /// @throws ProblemException (usage) if there is none of this name
    public void remove(String name) {
        if (!store.remove(name)) {
            throw unknown(name);
        }
    }

    /// What happened when, the earliest first.
    public List<Annotation> annotations() {
        return annotations.list();
    }

    /// Writes down what happened.
    public void annotate(Annotation annotation) {
        annotations.add(annotation);
    }

    /// Forgets what happened.
    public void forget(Annotation annotation) {
        annotations.remove(annotation);
    }

    private ProblemException unknown(String name) {
        List<String> names = list().stream().map(SavedComparison::name).toList();
        return new ProblemException(
                Problem.usage(
                        "comparison-unknown",
                        "there is no saved comparison \"" + name + "\"",
                        names.isEmpty()
                                ? "none was saved yet"
                                : "the saved ones are " + String.join(", ", names),
                        names.isEmpty()
                                ? "save one with `parallax compare … --save NAME`"
                                : "use one of these"));
    }
}

package dev.parallax.service;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Annotation;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.SavedComparison;
import dev.parallax.compare.SavedComparison.Judged;
import dev.parallax.compare.UsersQuestion;
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
    private final Comparers comparers;
    private final InstantSource clock;

    public KeepComparisons(
            ComparisonStore store,
            AnnotationStore annotations,
            Comparers comparers,
            InstantSource clock) {
        this.store = store;
        this.annotations = annotations;
        this.comparers = comparers;
        this.clock = clock;
    }

    /// What answers each kind of question.
    public record Comparers(ComparePages pages, CompareRuns runs, CompareUsers users) {}

    /// Keeps a question; replaces the one of the same name.
    ///
    /// @throws ProblemException (usage) if the name is blank
    public void save(String name, ComparisonQuestion question) {
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
            Judged judged = judge(saved.question());
            store.judge(name, judged);
            return new Reanswered(saved, Optional.of(judged), Optional.empty());
        } catch (ProblemException without) {
            return new Reanswered(saved, Optional.empty(), Optional.of(without.problem()));
        }
    }

    private Judged judge(ComparisonQuestion asked) {
        return switch (asked) {
            case Question question ->
                    comparers
                            .pages()
                            .compareAggregates(question)
                            .map(this::judged)
                            .orElseGet(() -> judged(comparers.pages().compare(question)));
            case RunsQuestion question -> judged(comparers.runs().compare(question));
            case UsersQuestion question -> judged(comparers.users().compare(question));
        };
    }

    private Judged judged(AggregateComparison made) {
        return new Judged(made.verdict().key(), made.sentence(), clock.instant());
    }

    private Judged judged(Comparison made) {
        return new Judged(made.verdict().key(), made.sentence(), clock.instant());
    }

    private Judged judged(LabPair made) {
        return new Judged(made.first().verdict().key(), made.first().sentence(), clock.instant());
    }

    private Judged judged(FieldPair made) {
        return new Judged(made.verdict().key(), made.sentence(), clock.instant());
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

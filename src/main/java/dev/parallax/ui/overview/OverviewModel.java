package dev.parallax.ui.overview;

import dev.parallax.compare.Comparison;
import dev.parallax.measure.RunStatus;
import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.overview.OverviewUseCases.Asked;
import dev.parallax.ui.overview.OverviewUseCases.Ran;
import dev.parallax.ui.overview.OverviewUseCases.Standing;
import dev.parallax.ui.overview.OverviewUseCases.Unwatched;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the checks stand, what was found out, and what is missing.
public final class OverviewModel {

    /// What is missing before the product can do its job, in the order of doing it.
    public enum Missing {
        JOURNEY,
        RUN,
        DATASET,
        CHECK,
        PAGE
    }

    /// A page with less of all poor minutes is not worth a word here.
    private static final double SMALLEST_SHARE = 0.01;

    private final OverviewUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Comparison>> verdicts =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Unwatched>> unwatched =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();

    public OverviewModel(OverviewUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
    }

    /// Empty until it was read.
    public ReadOnlyObjectProperty<Optional<Standing>> standing() {
        return standing.getReadOnlyProperty();
    }

    /// Where the lab stands on each page, as far as it is known yet.
    public ReadOnlyObjectProperty<List<Comparison>> verdicts() {
        return verdicts.getReadOnlyProperty();
    }

    /// The page that hurts most of those that no journey measures, once it was found; empty as long
    /// as there is no journey at all.
    public ReadOnlyObjectProperty<Optional<Unwatched>> unwatched() {
        return unwatched.getReadOnlyProperty();
    }

    /// Whether more verdicts may follow.
    public ReadOnlyBooleanProperty comparing() {
        return comparing.getReadOnlyProperty();
    }

    public void refresh() {
        background.load(_ -> useCases.standing(), this::show, problems::show);
        if (!comparing.get()) {
            comparing.set(true);
            background.load(
                    _ -> useCases.questions(),
                    questions -> answer(questions, List.of()),
                    this::stop);
        }
    }

    private void show(Standing now) {
        standing.set(Optional.of(now));
        if (now.journeys() == 0) {
            unwatched.set(Optional.empty());
            return;
        }
        background.load(
                _ -> useCases.unwatched(),
                found -> unwatched.set(found.filter(page -> page.share() >= SMALLEST_SHARE)),
                problems::show);
    }

    /// Answers one question after the other and shows each answer as it comes.
    private void answer(List<Asked> questions, List<Comparison> before) {
        if (questions.isEmpty()) {
            verdicts.set(before);
            comparing.set(false);
            return;
        }
        background.load(
                _ -> useCases.answer(questions.getFirst()),
                comparison -> {
                    List<Comparison> answers = new ArrayList<>(before);
                    answers.add(comparison);
                    if (answers.size() > verdicts.get().size()) {
                        verdicts.set(answers);
                    }
                    answer(questions.subList(1, questions.size()), answers);
                },
                this::stop);
    }

    private void stop(Problem problem) {
        comparing.set(false);
        problems.show(problem);
    }

    /// How many journeys' newest runs ended so.
    static long count(Standing standing, RunStatus status) {
        return standing.newest().stream().map(Ran::status).filter(status::equals).count();
    }

    /// What is missing.
    ///
    /// @param unwatched the page that hurts most of those that no journey measures
    static List<Missing> missing(Standing standing, Optional<Unwatched> unwatched) {
        var missing = new ArrayList<Missing>();
        if (standing.journeys() == 0) {
            missing.add(Missing.JOURNEY);
        } else if (standing.newest().isEmpty()) {
            missing.add(Missing.RUN);
        }
        if (standing.datasets() == 0) {
            missing.add(Missing.DATASET);
        }
        if (standing.journeys() > 0 && standing.checks() == 0) {
            missing.add(Missing.CHECK);
        }
        if (unwatched.isPresent()) {
            missing.add(Missing.PAGE);
        }
        return missing;
    }
}

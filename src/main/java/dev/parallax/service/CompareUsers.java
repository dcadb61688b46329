package dev.parallax.service;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.FieldPairComparer;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import java.util.Optional;
import java.util.Set;

/// Use case: sets two parts of the field against each other: two segments, two releases, two
/// stretches of time, two data sets.
public final class CompareUsers {
    private final OpenPageViews pageViews;

    public CompareUsers(OpenPageViews pageViews) {
        this.pageViews = pageViews;
    }

    /// Answers a question.
    ///
    /// @throws dev.parallax.problem.ProblemException if it names a data set, a value or a page that
    ///   does not occur
    public FieldPair compare(UsersQuestion question) {
        return FieldPairComparer.compare(
                part(question.before(), question.after()),
                part(question.after(), question.before()),
                question.metric());
    }

    private FieldPairComparer.Part part(UsersQuestion.Side side, UsersQuestion.Side other) {
        PageViews field = pageViews.open(side.dataset());
        return new FieldPairComparer.Part(name(side, other), field, field.resolve(side.segment()));
    }

    /// What tells a side from the other: its data set, its segment without what both have in
    /// common, or both.
    private static String name(UsersQuestion.Side side, UsersQuestion.Side other) {
        Segment own = own(side.segment(), other.segment());
        boolean isOwnDataset = !side.dataset().equals(other.dataset());
        if (own.isAll()) {
            return isOwnDataset ? side.dataset() : "everybody";
        }
        return isOwnDataset ? side.dataset() + " (" + own + ")" : own.toString();
    }

    /// The part of a segment that the other has not.
    private static Segment own(Segment segment, Segment other) {
        Segment own = segment;
        for (var filter : other.values().entrySet()) {
            if (filter.getValue().equals(segment.values().get(filter.getKey()))) {
                own = own.without(filter.getKey());
            }
        }
        Optional<TimeWindow> window =
                Optional.ofNullable(segment.window()).filter(mine -> !mine.equals(other.window()));
        return own.withPage(
                        Optional.ofNullable(segment.page())
                                .filter(mine -> !mine.equals(other.page()))
                                .orElse(null))
                .withWindow(window.orElse(null))
                .including(
                        segment.including().equals(other.including())
                                ? Set.of()
                                : segment.including());
    }
}

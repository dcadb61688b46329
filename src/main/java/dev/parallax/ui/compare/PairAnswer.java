package dev.parallax.ui.compare;

import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a question about a pair comes to. Every question is answered anew; the newest wins.
///
/// @param <P> the pair, compared
final class PairAnswer<P> {
    private final ReadOnlyObjectWrapper<Optional<P>> pair =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> trouble =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param compare answers a question; blocks
    <Q extends ComparisonQuestion> PairAnswer(
            Asking<Q> asking, Function<Q, P> compare, Background background) {
        var answers = new Latest<P>(background, this::answered, this::refused);
        asking.question()
                .subscribe(asked ->
                        asked.ifPresent(question -> answers.submit(_ -> compare.apply(question))));
    }

    ReadOnlyObjectProperty<Optional<P>> pair() {
        return pair.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    private void answered(P found) {
        trouble.set(Optional.empty());
        pair.set(Optional.of(found));
    }

    private void refused(Problem problem) {
        pair.set(Optional.empty());
        trouble.set(Optional.of(problem));
    }
}

package dev.parallax.rum;

import java.util.List;
import java.util.function.Consumer;

/// Takes the aggregates of one import. Nothing of it can be seen by anyone until [#finish] returns.
///
/// One thread at a time. Failures of the storage are thrown as
/// [dev.parallax.problem.ProblemException].
public interface AggregateSink {

    /// Shows what the data set holds already, in the order it was imported; of a new one nothing.
    void present(Consumer<Aggregate> taker);

    /// Stores one.
    void write(Aggregate aggregate);

    /// Makes everything visible, all at once.
    ///
    /// @param lines lines that were not used, [QuarantinedLine#MOST] at most
    Dataset finish(ImportRecord record, List<QuarantinedLine> lines);

    /// Throws away what was written. Does nothing after [#finish], and nothing the second time.
    void abandon();
}

package dev.parallax.rum;

import java.util.List;

/// Takes the page views of one import. Nothing of it can be seen by anyone until [#finish] returns.
///
/// One thread at a time: first any number of chunks, then either [#finish] or [#abandon]. Failures
/// of the storage are thrown as [dev.parallax.problem.ProblemException].
public interface PageViewSink {

    /// The texts behind the codes of the chunks, always the same object: empty ones for a new data
    /// set, those it has where page views are added to one. The importer adds texts on a thread of
    /// its choice until it calls [#finish].
    Dictionaries dictionaries();

    /// Stores a chunk. It may be cleared and filled again as soon as this returns.
    void write(Chunk chunk);

    /// Makes everything visible, all at once.
    ///
    /// @param record what the import was
    /// @param lines lines that were not used, [QuarantinedLine#MOST] at most
    /// @throws dev.parallax.problem.ProblemException if one of the files is in the data set already
    Dataset finish(ImportRecord record, List<QuarantinedLine> lines);

    /// As the other one, with no line to keep.
    default Dataset finish(ImportRecord record) {
        return finish(record, List.of());
    }

    /// Throws away what was written. Does nothing after [#finish], and nothing the second time.
    void abandon();
}

package dev.parallax.rum;

/// Takes the page views of one import. Nothing of it can be seen by anyone until [#finish] returns.
///
/// One thread at a time: first any number of chunks, then either [#finish] or [#abandon]. Failures
/// of the storage are thrown as [dev.parallax.problem.ProblemException].
public interface PageViewSink {

    /// Stores a chunk. It may be cleared and filled again as soon as this returns.
    void write(Chunk chunk);

    /// Makes the data set visible, all at once.
    ///
    /// @param dictionaries the texts behind the codes of the chunks
    Dataset finish(Dictionaries dictionaries, Provenance provenance);

    /// Throws away what was written. Does nothing after [#finish], and nothing the second time.
    void abandon();
}

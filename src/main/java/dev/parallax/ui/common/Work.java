package dev.parallax.ui.common;

import dev.parallax.progress.Progress;

/// Work that must not be done on the window's thread.
///
/// @param <T> what it gives
@FunctionalInterface
public interface Work<T> {

    /// Does the work.
    ///
    /// @param progress takes the work's reports and tells when nobody wants it any more
    /// @throws Exception whatever goes wrong; told to the user by [Background]
    T run(Progress progress) throws Exception;
}

package dev.parallax.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Opens a workspace for as long as one use case needs it.
///
/// @param <S> the use case
public interface InWorkspace<S> {

    /// Opens the workspace (the default one if none is named), works on it, and closes it again.
    <R> R call(Optional<Path> workspace, Function<S, R> work);
}

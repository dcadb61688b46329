/// The command line: one class a command, the documented exit codes and JSON shapes of
/// `docs/cli.md`.
@NullMarked
package dev.parallax.cli;

import org.jspecify.annotations.NullMarked;

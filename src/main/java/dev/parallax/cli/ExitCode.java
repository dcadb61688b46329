package dev.parallax.cli;

/// What a command's exit code says; stable, see `docs/cli.md`.
final class ExitCode {
    static final int OK = 0;
    static final int CHECK_FAILED = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;

    private ExitCode() {}
}

package dev.parallax.problem;

/// Something that went wrong in a way the product expects, told so that a person can act on it.
///
/// @param code short and stable, kebab case, safe to search for: `journey-unknown-step`
/// @param kind decides the exit code of the command line
/// @param what what happened, one clause without a final stop: `cannot read the journey "checkout"`
/// @param why the cause as far as it is known: `step 3 has the unknown type "hover"`
/// @param next what to do now: `use one of navigate, click, fill`
public record Problem(String code, Kind kind, String what, String why, String next) {

    /// Who has to act, and thereby the exit code.
    public enum Kind {
        /// A check failed or a budget was missed: the site has to change.
        FAILED(1),
        /// The input or the command was wrong: the user has to change it.
        USAGE(2),
        /// No browser, a locked workspace, a full disk: the machine has to change.
        ENVIRONMENT(3);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        /// The process's exit code for a command that ends with a problem of this kind, 1 to 3.
        public int exitCode() {
            return exitCode;
        }
    }

    public Problem {
        if (code.isBlank() || what.isBlank()) {
            throw new IllegalArgumentException(
                    "a problem needs a code and a what: " + code + ", " + what);
        }
    }

    /// A problem with the input or the command.
    public static Problem usage(String code, String what, String why, String next) {
        return new Problem(code, Kind.USAGE, what, why, next);
    }

    /// A problem with the machine the product runs on.
    public static Problem environment(String code, String what, String why, String next) {
        return new Problem(code, Kind.ENVIRONMENT, what, why, next);
    }

    /// A problem with the site under check.
    public static Problem failed(String code, String what, String why, String next) {
        return new Problem(code, Kind.FAILED, what, why, next);
    }

    /// The whole problem on one line: `what: why. next. [code]`
    public String oneLine() {
        var line = new StringBuilder(what);
        if (!why.isBlank()) {
            line.append(": ").append(why);
        }
        if (!next.isBlank()) {
            line.append(". ").append(next);
        }
        return line.append(" [").append(code).append(']').toString().replaceAll("\\s*\\R\\s*", " ");
    }
}

package dev.parallax.problem;

/// Carries a [Problem] up to whoever can tell the user: the edge of a thread, a screen, the command
/// line.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.oneLine());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.oneLine(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

package dev.parallax.compare;

/// What can be asked, kept and answered anew: the lab against the users, runs against runs, or
/// users against users.
public sealed interface ComparisonQuestion permits Question, RunsQuestion, UsersQuestion {

    /// The stable word for the kind in files and JSON: `lab-and-field`.
    default String kind() {
        return switch (this) {
            case Question _ -> "lab-and-field";
            case RunsQuestion _ -> "lab-and-lab";
            case UsersQuestion _ -> "field-and-field";
        };
    }
}

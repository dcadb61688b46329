package dev.parallax.ui.common;

import dev.parallax.problem.Problem;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The problems a person has not dismissed yet, newest first. The same one again is counted, not
/// stacked.
public final class Problems {
    private static final int SHOWN = 3;

    /// What work meets that still asks a workspace the window has left: of no interest.
    private static final String LEFT = "workspace-closed";

    /// A problem on show and how often it occurred.
    public static final class Occurrence {
        private final Problem problem;
        private final ReadOnlyIntegerWrapper times = new ReadOnlyIntegerWrapper(1);

        Occurrence(Problem problem) {
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }

        public ReadOnlyIntegerProperty times() {
            return times.getReadOnlyProperty();
        }

        /// What a bug report needs: the problem on one line and where it happened.
        public String details() {
            return "%s%n%s %s, Java %s"
                    .formatted(
                            problem.oneLine(),
                            System.getProperty("os.name"),
                            System.getProperty("os.version"),
                            System.getProperty("java.version"));
        }
    }

    private final ObservableList<Occurrence> shown = FXCollections.observableArrayList();

    public ObservableList<Occurrence> shown() {
        return shown;
    }

    /// Shows a problem, or counts it if it is on show already.
    public void show(Problem problem) {
        if (problem.code().equals(LEFT)) {
            return;
        }
        for (Occurrence occurrence : shown) {
            if (occurrence.problem().equals(problem)) {
                occurrence.times.set(occurrence.times.get() + 1);
                return;
            }
        }
        shown.addFirst(new Occurrence(problem));
        if (shown.size() > SHOWN) {
            shown.removeLast();
        }
    }

    /// Dismisses all of them.
    public void clear() {
        shown.clear();
    }

    public void dismiss(Occurrence occurrence) {
        shown.remove(occurrence);
    }
}

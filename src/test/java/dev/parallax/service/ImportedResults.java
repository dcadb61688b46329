package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.store.Workspace;
import java.util.HashMap;
import java.util.Map;

/// What data sets answered when they were whole.
final class ImportedResults {
    private final Map<String, String> known = new HashMap<>();

    /// Insists on the answers that were given under this name before, if there are any.
    ///
    /// @param state a name for what the data set holds
    void assertAlways(Workspace workspace, String state, String dataset) {
        String now = Answers.sha256(workspace, dataset);
        assertThat(now).as(state).isEqualTo(known.computeIfAbsent(state, _ -> now));
    }
}

package dev.parallax.rum;

import java.util.List;

/// A rule that would make one page of many.
///
/// @param examples some of the paths, the most viewed first
/// @param paths how many different ones there are
/// @param views page views of these paths
public record PageSuggestion(PageRule rule, List<String> examples, int paths, long views) {
    public PageSuggestion {
        examples = List.copyOf(examples);
    }
}

package dev.parallax.report;

import dev.parallax.compare.Comparison;
import java.time.Instant;
import java.util.List;

/// What a report shows.
///
/// @param title its heading
/// @param made when
/// @param remarks what a reader has to know before the first number, such as where the field's data
///   is from
/// @param comparisons in the order they are shown
public record Report(
        String title, Instant made, List<String> remarks, List<Comparison> comparisons) {
    public Report {
        remarks = List.copyOf(remarks);
        comparisons = List.copyOf(comparisons);
    }
}

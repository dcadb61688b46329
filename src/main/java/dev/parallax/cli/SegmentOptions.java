package dev.parallax.cli;

import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say whose page views are meant.
final class SegmentOptions {
    @Option(
            names = "--page",
            paramLabel = "T",
            description = "Only this page; a URL, a path or a template such as /product/:id.")
    private @Nullable String page;

    @Option(
            names = "--where",
            paramLabel = "KEY=VALUE",
            description =
                    "Only page views with this value, such as device=mobile or country=DE; may be repeated.")
    private List<String> where = new ArrayList<>();

    /// The segment the options describe.
    ///
    /// @throws dev.parallax.problem.ProblemException if one cannot be understood
    Segment segment() {
        Segment segment = Segment.parse(where);
        return page == null ? segment : segment.withPage(PageTemplate.of(page));
    }
}

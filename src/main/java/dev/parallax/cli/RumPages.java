package dev.parallax.cli;

import dev.parallax.metric.Metric;
import dev.parallax.service.PageCoverage;
import dev.parallax.service.QueryPages;
import dev.parallax.service.QueryPages.PageRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax rum pages NAME`
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the pages real users saw: share, 75th percentiles, poor views, poor minutes, and the",
            "journeys that cover each. Poor views are those of poor LCP, poor minutes the time beyond good",
            "LCP that all views of a page took together."
        })
public final class RumPages implements Callable<Integer> {
    private static final List<Metric> SHOWN =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.INP, Metric.CLS);

    private final InWorkspace<QueryPages> pages;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Pages at most; default: ${DEFAULT-VALUE}. With --json all are told.")
    private int most = 50;

    /// What comes first.
    enum By {
        VIEWS,
        POOR,
        MINUTES;

        private double of(PageRow page) {
            return switch (this) {
                case VIEWS -> page.share();
                case POOR -> page.poorViews().getOrDefault(Metric.LCP, 0.0);
                case MINUTES -> page.poorMinutes().getOrDefault(Metric.LCP, 0.0);
            };
        }
    }

    @Option(
            names = "--by",
            paramLabel = "views|poor|minutes",
            description =
                    "What comes first: the most page views (default), poor views or poor minutes.")
    private By by = By.VIEWS;

    @Mixin private final SegmentOptions segment = new SegmentOptions();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumPages(InWorkspace<QueryPages> pages, Output output) {
        this.pages = pages;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<PageRow> rows =
                pages.call(workspace.file(), use -> use.pages(name, segment.segment())).stream()
                        .sorted(Comparator.comparingDouble((PageRow row) -> by.of(row)).reversed())
                        .toList();
        if (json.wanted()) {
            output.json(
                    JsonObject.of("dataset", name)
                            .with("coverage", json(coverage(rows)))
                            .with("pages", rows.stream().map(RumPages::json).toList()));
        } else {
            print(rows);
        }
        return ExitCode.OK;
    }

    private void print(List<PageRow> rows) {
        var header = new ArrayList<>(List.of("page", "#page views", "#share"));
        SHOWN.forEach(metric -> header.add("#" + metric.shortName() + " p75"));
        header.add("#poor views");
        header.add("#poor minutes");
        header.add("covered by");
        output.line(words(coverage(rows)));
        output.table(header, rows.stream().limit(most).map(RumPages::row).toList());
        if (rows.size() > most) {
            output.line("… and %,d more pages.".formatted(rows.size() - most));
        }
    }

    private static List<String> row(PageRow page) {
        var cells =
                new ArrayList<>(
                        List.of(
                                page.page().path(),
                                String.format("%,d", page.views()),
                                String.format(Locale.ROOT, "%.1f %%", page.share() * 100)));
        for (Metric metric : SHOWN) {
            Double p75 = page.p75().get(metric);
            cells.add(p75 == null ? "–" : metric.inWords(p75));
        }
        cells.add(String.format("%,.0f", By.POOR.of(page)));
        cells.add(String.format("%,.1f", By.MINUTES.of(page)));
        cells.add(page.coveredBy().isEmpty() ? "–" : String.join(", ", page.coveredBy()));
        return cells;
    }

    private static PageCoverage coverage(List<PageRow> rows) {
        return PageCoverage.of(rows, row -> !row.coveredBy().isEmpty(), By.MINUTES::of);
    }

    private static String words(PageCoverage coverage) {
        String pages =
                "%,d of %,d pages are covered by a journey"
                        .formatted(coverage.covered(), coverage.pages());
        return Double.isNaN(coverage.minutesShare())
                ? pages + "."
                : pages
                        + String.format(
                                Locale.ROOT,
                                "; they hold %.0f %% of the poor minutes.",
                                coverage.minutesShare() * 100);
    }

    private static JsonObject json(PageCoverage coverage) {
        return JsonObject.of("pages", coverage.pages())
                .with("covered", coverage.covered())
                .with(
                        "poorMinutesShare",
                        Double.isNaN(coverage.minutesShare()) ? null : coverage.minutesShare());
    }

    private static JsonObject json(PageRow page) {
        var p75 = JsonObject.empty();
        page.p75().forEach((metric, value) -> p75.with(metric.key(), value));
        var poor = JsonObject.empty();
        page.poorViews().forEach((metric, value) -> poor.with(metric.key(), value));
        var minutes = JsonObject.empty();
        page.poorMinutes().forEach((metric, value) -> minutes.with(metric.key(), value));
        return JsonObject.of("page", page.page().path())
                .with("pageViews", page.views())
                .with("share", page.share())
                .with("p75", p75)
                .with("poorViews", poor)
                .with("poorMinutes", minutes)
                .with("coveredBy", page.coveredBy());
    }
}

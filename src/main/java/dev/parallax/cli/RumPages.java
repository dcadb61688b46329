package dev.parallax.cli;

import dev.parallax.metric.Metric;
import dev.parallax.service.QueryPages;
import dev.parallax.service.QueryPages.PageRow;
import java.util.ArrayList;
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
            "Lists the pages real users saw: share, 75th percentiles, poor minutes.",
            "The most viewed comes first. Poor minutes are the time beyond good LCP that all its views took",
            "together."
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
                pages.call(workspace.file(), use -> use.pages(name, segment.segment()));
        if (json.wanted()) {
            output.json(
                    JsonObject.of("dataset", name)
                            .with("pages", rows.stream().map(RumPages::json).toList()));
        } else {
            print(rows);
        }
        return ExitCode.OK;
    }

    private void print(List<PageRow> rows) {
        var header = new ArrayList<>(List.of("page", "#page views", "#share"));
        SHOWN.forEach(metric -> header.add("#" + metric.shortName() + " p75"));
        header.add("#poor minutes");
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
        cells.add(String.format("%,.1f", page.poorMinutes().getOrDefault(Metric.LCP, 0.0)));
        return cells;
    }

    private static JsonObject json(PageRow page) {
        var p75 = JsonObject.empty();
        page.p75().forEach((metric, value) -> p75.with(metric.key(), value));
        var minutes = JsonObject.empty();
        page.poorMinutes().forEach((metric, value) -> minutes.with(metric.key(), value));
        return JsonObject.of("page", page.page().path())
                .with("pageViews", page.views())
                .with("share", page.share())
                .with("p75", p75)
                .with("poorMinutes", minutes);
    }
}

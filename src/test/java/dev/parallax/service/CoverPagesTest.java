package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.Importer;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.PageRules;
import dev.parallax.settings.PseudonymKey;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoverPagesTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir Path folder;
    private Workspace workspace;
    private CoverPages coverage;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("a.parallax"), CLOCK);
        coverage =
                new CoverPages(new ManageJourneys(workspace.journeys()), workspace.measuredPages());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void save(String name, Step... steps) {
        workspace
                .journeys()
                .save(
                        new Journey(
                                name,
                                Journey.Kind.BROWSER,
                                Map.of("base", "https://shop.example:8443"),
                                List.of(),
                                List.of(steps)));
    }

    @Test
    void aMarkAfterAnAddressCoversItsPageBeforeAnyRun() {
        save(
                "Buy",
                new Step.Navigate("Open", "${base}/product/17?ref=mail"),
                new Step.PageMark("product"),
                new Step.Click("Cart", Target.of("#cart")),
                new Step.PageMark("cart"));
        save(
                "Look",
                new Step.Navigate("Open", "${base}/product/4"),
                new Step.PageMark("product"),
                new Step.Navigate("Open", "${unknown}/help"),
                new Step.PageMark("help"),
                new Step.Navigate("Open", "${base}/about"));
        assertThat(coverage.covered(PageRules.BUILT_IN))
                .isEqualTo(Map.of(new PageTemplate("/product/:id"), List.of("Buy", "Look")));
    }

    @Test
    void aPageIsOpenedAtTheSiteThatMostStepsName() {
        assertThat(coverage.address("/cart")).isEqualTo("/cart");
        save("Other", new Step.Navigate("Open", "https://other.example/"));
        save(
                "Buy",
                new Step.Navigate("Open", "${base}/"),
                new Step.Navigate("Open", "${base}/cart"));
        assertThat(coverage.address("/cart")).isEqualTo("https://shop.example:8443/cart");
    }

    @Test
    void thePageThatHurtsMostAndThatNobodyMeasuresIsNamed() throws IOException {
        Path csv =
                Files.writeString(
                        folder.resolve("views.csv"),
                        """
                        timestamp,url,lcp_ms
                        2026-11-20T10:00:00Z,/product/4,62500
                        2026-11-20T10:00:01Z,/product/5,62500
                        2026-11-20T10:00:02Z,/cart,62500
                        2026-11-20T10:00:03Z,/cart/,2500
                        2026-11-20T10:00:04Z,/quick,100
                        """);
        new ImportPageViews(
                        workspace.pageViews(),
                        new Importer(folder.resolve("temporary"), () -> new PseudonymKey(1, 2)))
                .importFiles(ImportPageViews.Order.of(List.of(csv), "field"), Progress.NONE);
        save("Buy", new Step.Navigate("Open", "${base}/product/17"), new Step.PageMark("product"));
        var pages = new QueryPages(new OpenPageViews(workspace.pageViews()), coverage);
        assertThat(pages.mostPainful("field"))
                .hasValue(new QueryPages.Uncovered(new PageTemplate("/cart"), 1, 1 / 3.0));
        assertThat(pages.address("field", new PageTemplate("/product/:id")))
                .isIn("https://shop.example:8443/product/4", "https://shop.example:8443/product/5");
        save("Cart", new Step.Navigate("Open", "${base}/cart"), new Step.PageMark("cart"));
        assertThat(pages.mostPainful("field")).isEmpty();
    }

    @Test
    void coverageIsToldInPagesAndMinutes() {
        List<Double> minutes = List.of(1.0, 2.0, 5.0);
        assertThat(PageCoverage.of(minutes, each -> each < 3, each -> each))
                .isEqualTo(new PageCoverage(3, 2, 3 / 8.0));
        assertThat(PageCoverage.of(List.<Double>of(), _ -> true, each -> each).minutesShare())
                .isNaN();
    }
}

package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.PageResult;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The metrics of pages whose delays are known.
final class BrowserMetricsTest {
    private final TestSite site = new TestSite();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void timesAPageWithALateAnswer() {
        site.page("/", "<h1>Late</h1>", Duration.ofMillis(300));

        Run run = Runs.run(Runs.open(site.url("/?q=1#top")), Runs.mark("home"));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        PageResult page = run.iterations().getFirst().pages().getFirst();
        assertThat(page.url()).isEqualTo(site.url("/"));
        assertThat(page.metrics())
                .containsOnlyKeys(
                        Metric.TTFB, Metric.FCP, Metric.LCP, Metric.CLS, Metric.DCL, Metric.LOAD);
        assertThat(page.metrics().get(Metric.TTFB)).isGreaterThanOrEqualTo(300.0);
        assertThat(page.metrics().get(Metric.FCP))
                .isGreaterThanOrEqualTo(page.metrics().get(Metric.TTFB));
    }
}

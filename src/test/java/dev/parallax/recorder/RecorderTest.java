package dev.parallax.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parallax.browser.DrivenRecording;
import dev.parallax.journey.JourneyJson;
import dev.parallax.journey.Step;
import dev.parallax.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Holds the part of Playwright that has no public door: a person's doings, recorded and run again.
final class RecorderTest {
    private final RecorderSite site = new RecorderSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void writesDownWhatAPersonDoes() {
        List<Consumer<Page>> deeds =
                List.of(
                        tab -> tab.getByText("Accept all").click(),
                        tab -> tab.getByLabel("Search").click(),
                        tab -> tab.keyboard().type("green"),
                        tab -> tab.keyboard().press("Enter"),
                        tab -> tab.getByText("Green tea").click(),
                        tab -> tab.getByText("Buy now").click(),
                        tab -> tab.waitForURL("**/checkout"),
                        tab -> tab.getByLabel("Name").click(),
                        tab -> tab.keyboard().type("Ada"),
                        tab -> tab.keyboard().press("Tab"),
                        tab -> tab.keyboard().type("s3cret"),
                        tab -> tab.getByLabel("Gift wrap").click(),
                        tab -> tab.getByText("News").click(),
                        tab -> tab.getByLabel("Cash").click(),
                        tab -> tab.getByLabel("Country").selectOption("fr"),
                        tab -> tab.getByLabel("Note").fill("two\nlines"),
                        tab -> tab.frameLocator("#extra").getByLabel("Coupon").fill("X${1}"),
                        tab -> tab.getByText("Tip").click(),
                        tab -> tab.getByText("Pay").focus(),
                        tab -> tab.keyboard().press("Enter"));
        var live = new ArrayList<Step>();
        Recorded recorded = record(deeds, live);
        System.out.println(
                JourneyJson.write(recorded.journey()) + recorded.secrets() + recorded.warnings());
        assertThat(live).isEqualTo(recorded.journey().steps());
    }

    private Recorded record(List<Consumer<Page>> deeds, List<Step> live) {
        return Recorder.of(() -> DrivenRecording.of(deeds))
                .record(site.url("/"), "Buy tea", live::add, Progress.NONE);
    }
}

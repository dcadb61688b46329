package dev.parallax.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.playwright.Page;
import dev.parallax.browser.Browsers;
import dev.parallax.browser.DrivenRecording;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.runner.BrowserWalk;
import dev.parallax.runner.HttpWalk;
import dev.parallax.runner.Inputs;
import dev.parallax.runner.RunRequest;
import dev.parallax.runner.Runner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Holds the part of Playwright that has no public door: what is done in a browser by real mouse
/// and key events, recorded and run again.
final class RecorderTest {
    private static final String PASSWORD = "s3cret!";

    private final RecorderSite site = new RecorderSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aRecordedJourneyRunsAgain() {
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
                        tab -> tab.keyboard().type(PASSWORD),
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

        Journey journey = recorded.journey();
        assertThat(journey).isEqualTo(expected());
        assertThat(recorded.secrets()).containsExactly("buy-tea-password");
        assertThat(recorded.warnings()).isEmpty();
        assertThat(live).isEqualTo(journey.steps());
        assertThat(recorded.toString()).doesNotContain(PASSWORD);

        Run run = run(journey);
        assertThat(run.problem()).isEmpty();
        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(run.iterations().getFirst().pages())
                .extracting(PageResult::page)
                .containsExactly("Tea & Co", "Search", "Product", "Checkout", "Done");
        assertThat(site.posted()).hasSize(2);
        assertThat(site.posted().getLast())
                .isEqualTo(site.posted().getFirst())
                .contains("n=Ada", "gift=on", "pay=cash", "c=fr");
    }

    private Journey expected() {
        Step home = new Step.Navigate("Open /", site.url("/"));
        Target search = Target.of("internal:role=textbox[name=\"Search\"i]");
        Target name = Target.of("internal:role=textbox[name=\"Name\"i]");
        return new Journey(
                "Buy tea",
                Journey.Kind.BROWSER,
                Map.of("text-1", "X${1}"),
                List.of(home, click("Accept all", "internal:role=button[name=\"Accept all\"i]")),
                List.of(
                        home,
                        new Step.PageMark("Tea & Co"),
                        new Step.Fill("Fill \"Search\"", search, "green"),
                        new Step.Press("Press Enter", search, "Enter"),
                        awaits("/search"),
                        new Step.PageMark("Search"),
                        click("Green tea", "internal:role=link[name=\"Green tea\"i]"),
                        awaits("/product/"),
                        new Step.PageMark("Product"),
                        click("buy", "internal:testid=[data-testid=\"buy\"s]"),
                        awaits("/checkout"),
                        new Step.PageMark("Checkout"),
                        new Step.Fill("Fill \"Name\"", name, "Ada"),
                        new Step.Press("Press Tab", name, "Tab"),
                        new Step.Fill(
                                "Fill \"Password\"",
                                Target.of("internal:role=textbox[name=\"Password\"i]"),
                                "${secret:buy-tea-password}"),
                        click("Gift wrap", "internal:role=checkbox[name=\"Gift wrap\"i]"),
                        click(
                                "News",
                                "internal:role=checkbox[name=\"News\"i]",
                                "internal:text=\"News\"i"),
                        click("Cash", "internal:role=radio[name=\"Cash\"i]"),
                        new Step.Select(
                                "Choose in \"Country GermanyFrance\"",
                                Target.of("internal:label=\"Country GermanyFrance\"i"),
                                "fr"),
                        new Step.Fill(
                                "Fill \"Note\"",
                                Target.of("internal:role=textbox[name=\"Note\"i]"),
                                "two\nlines"),
                        new Step.Fill(
                                "Fill \"Coupon\"",
                                Target.of(
                                        "iframe[title=\"extra\"] >> internal:control=enter-frame >>"
                                                + " internal:role=textbox[name=\"Coupon\"i]"),
                                "${text-1}"),
                        click("Tip", "internal:role=button[name=\"Tip\"i]"),
                        new Step.Press(
                                "Press Enter",
                                Target.of("internal:role=button[name=\"Pay\"i]"),
                                "Enter"),
                        awaits("/done"),
                        new Step.PageMark("Done")));
    }

    private static Step click(String label, String... selectors) {
        return new Step.Click("Click \"" + label + "\"", Target.of(selectors));
    }

    private static Step awaits(String address) {
        return new Step.Wait("Wait for " + address, new Condition.UrlContains(address));
    }

    @Test
    void newTabsAreFollowedThereAndBack() {
        List<Consumer<Page>> deeds =
                List.of(
                        tab -> tab.getByText("Terms").click(),
                        tab -> tab.getByText("Understood").click(),
                        tab -> tab.getByText("Green tea").click());
        Recorded recorded = record(deeds, new ArrayList<>());
        assertThat(recorded.journey().pages()).containsExactly("Tea & Co", "Terms", "Product");
        assertThat(recorded.warnings()).isEmpty();
        assertThat(run(recorded.journey()).status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void aPasswordStaysSecretWhenItIsShown() {
        List<Consumer<Page>> deeds =
                List.of(
                        tab -> tab.navigate(site.url("/checkout")),
                        tab -> tab.getByLabel("Password").click(),
                        tab -> tab.keyboard().type("s3c"),
                        tab -> tab.getByLabel("Password").evaluate("field => field.type = 'text'"),
                        tab -> tab.keyboard().type("ret!"));
        Recorded recorded = record(deeds, new ArrayList<>());
        assertThat(recorded.journey().steps())
                .filteredOn(Step.Fill.class::isInstance)
                .extracting(step -> ((Step.Fill) step).text())
                .containsExactly("${secret:buy-tea-password}");
        assertThat(recorded.toString()).doesNotContain("s3c\"").doesNotContain("ret!");
    }

    @Test
    void addressesOpenedByHandAreNavigations() {
        List<Consumer<Page>> deeds =
                List.of(
                        tab -> tab.navigate(site.url("/product/17")),
                        tab -> tab.goBack(),
                        tab -> tab.evaluate("history.replaceState({}, '', location.href)"),
                        tab -> tab.evaluate("location.hash = 'top'"));
        Journey journey = record(deeds, new ArrayList<>()).journey();
        assertThat(journey.steps())
                .containsExactly(
                        new Step.Navigate("Open /", site.url("/")),
                        new Step.PageMark("Tea & Co"),
                        new Step.Navigate("Open /product/:id", site.url("/product/17")),
                        new Step.PageMark("Product"),
                        new Step.Navigate("Open /", site.url("/")),
                        new Step.PageMark("Tea & Co 2"));
    }

    @Test
    void aRefusedAddressComesBeforeWhatIsMissingHere() {
        Recorder nothingHere =
                Recorder.in(() -> {
                    throw new IllegalStateException("a browser was looked for");
                });
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                nothingHere.record(
                                        "file:///etc/passwd", "Local", _ -> {}, Progress.NONE));
        assertThat(refused.problem().code()).isEqualTo("address-refused");
        assertThat(refused.problem().kind().exitCode()).isEqualTo(2);
    }

    @Test
    void closingTheWindowEndsTheRecording() {
        List<Consumer<Page>> deeds =
                List.of(tab -> tab.getByText("Green tea").click(), Page::close);
        assertThat(record(deeds, new ArrayList<>()).journey().pages())
                .containsExactly("Tea & Co", "Product");
    }

    @Test
    void anAddressThatCannotBeOpenedIsAProblem() {
        assertThat(codeOf("http://127.0.0.1:1/")).isEqualTo("page-unreachable");
        assertThat(codeOf("file:///etc/passwd")).isEqualTo("address-refused");
        assertThat(codeOf("shop.example")).isEqualTo("address-refused");
    }

    private static String codeOf(String url) {
        Recorder recorder = Recorder.of(() -> DrivenRecording.of(List.of()));
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> recorder.record(url, "x", _ -> {}, Progress.NONE))
                .problem()
                .code();
    }

    private Recorded record(List<Consumer<Page>> deeds, List<Step> live) {
        return Recorder.of(() -> DrivenRecording.of(deeds))
                .record(site.url("/"), "Buy tea", live::add, Progress.NONE);
    }

    private static Run run(Journey journey) {
        var runner =
                new Runner(
                        InstantSource.system(),
                        BrowserWalk.opener(() -> Browsers.ofThisMachine().find(null)),
                        HttpWalk.opener());
        return runner.run(
                RunRequest.of(journey, 1, Profile.DESKTOP, 1)
                        .withInputs(new Inputs(Map.of(), (_, _) -> PASSWORD)),
                Progress.NONE);
    }
}

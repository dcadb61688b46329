package dev.parallax.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.browser.RecordedAction;
import dev.parallax.browser.RecordedAction.Chosen;
import dev.parallax.browser.RecordedAction.Clicked;
import dev.parallax.browser.RecordedAction.Filled;
import dev.parallax.browser.RecordedAction.FilledSecret;
import dev.parallax.browser.RecordedAction.NotRepeatable;
import dev.parallax.browser.RecordedAction.Opened;
import dev.parallax.browser.RecordedAction.PageShown;
import dev.parallax.browser.RecordedAction.PageTitled;
import dev.parallax.browser.RecordedAction.SeenText;
import dev.parallax.browser.RecordedAction.SeenVisible;
import dev.parallax.browser.RecordedAction.TabClosed;
import dev.parallax.browser.RecordedAction.Toggled;
import dev.parallax.journey.Assertion;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules by which recorded actions become steps.
final class TranscriptTest {
    private static final String SHOP = "https://shop.example";

    private final List<Step> live = new ArrayList<>();
    private final Transcript transcript = new Transcript("Checkout", SHOP + "/", live::add);

    @Test
    void aTextGrowsUntilTheNextThingIsDone() {
        start();
        transcript.added(new Filled(1, "#q", "t"));
        transcript.replaced(new Filled(1, "#q", "te"));
        transcript.replaced(new Filled(1, "#q", "tea"));
        assertThat(live).hasSize(2);
        transcript.added(clicked("#go"));
        assertThat(live.getLast()).isEqualTo(new Step.Fill("Fill \"q\"", Target.of("#q"), "tea"));
        assertThat(transcript.finish().journey().steps()).hasSize(4).isEqualTo(live);
    }

    @Test
    void aReplacementBehindAnotherPageIsNew() {
        start();
        transcript.added(new Filled(1, "#q", "tea"));
        transcript.added(new PageShown(1, SHOP + "/search"));
        transcript.replaced(new Filled(1, "#q", "coffee"));
        assertThat(fills()).containsExactly("tea", "coffee");
    }

    @Test
    void clicksThatOnlyFocusAFieldAreLeftOut() {
        start();
        transcript.added(clicked("#q"));
        transcript.added(new Filled(1, "#q", "tea"));
        transcript.added(clicked("#pin"));
        transcript.added(new FilledSecret(1, "#pin"));
        transcript.added(clicked("#land"));
        transcript.added(new Chosen(1, "#land", List.of("fr"), 0));
        transcript.added(clicked("#other"));
        transcript.added(new Filled(1, "#q", "tea"));
        assertThat(labels())
                .containsExactly(
                        "Open /",
                        "Home",
                        "Fill \"q\"",
                        "Fill \"pin\"",
                        "Choose in \"land\"",
                        "Click \"other\"",
                        "Fill \"q\"");
    }

    @Test
    void aClickOnALabelIsAnotherWayToItsCheckBox() {
        start();
        transcript.added(new Clicked(1, "internal:text=\"News\"i", true, 1000));
        transcript.added(new Toggled(1, "#news", 1020));
        transcript.added(new Clicked(1, "#far", true, 3000));
        transcript.added(new Toggled(1, "#news", 3500));
        assertThat(transcript.finish().journey().steps().subList(2, 5))
                .containsExactly(
                        new Step.Click(
                                "Click \"news\"", Target.of("#news", "internal:text=\"News\"i")),
                        new Step.Click("Click \"far\"", Target.of("#far")),
                        new Step.Click("Click \"news\"", Target.of("#news")));
    }

    @Test
    void aPageThatSendsTheVisitorOnIsNoPage() {
        transcript.added(new PageShown(1, SHOP + "/"));
        transcript.added(new PageShown(1, SHOP + "/en/welcome"));
        transcript.added(new PageTitled(1, "Welcome"));
        assertThat(labels()).containsExactly("Open /", "En welcome");
    }

    @Test
    void theSameAddressAgainIsAPageOnlyIfItIsLoadedAgain() {
        start();
        transcript.added(clicked("#sort"));
        transcript.added(new PageShown(1, SHOP + "/#sorted"));
        assertThat(labels()).containsExactly("Open /", "Home", "Click \"sort\"");
        transcript.added(new PageShown(1, SHOP + "/"));
        transcript.added(new PageTitled(1, ""));
        assertThat(labels()).containsExactly("Open /", "Home", "Click \"sort\"", "Home 2");
    }

    @Test
    void whatADropDownLeadsToIsNotOpenedByHand() {
        start();
        transcript.added(new Chosen(1, "#land", List.of("fr"), 1000));
        transcript.added(new Opened(1, SHOP + "/fr", 1500));
        transcript.added(new PageShown(1, SHOP + "/fr"));
        transcript.added(new Opened(1, SHOP + "/basket", 9000));
        transcript.added(new PageShown(1, SHOP + "/basket"));
        assertThat(labels())
                .containsExactly(
                        "Open /",
                        "Home",
                        "Choose in \"land\"",
                        "Wait for /fr",
                        "Fr",
                        "Open /basket",
                        "Basket");
    }

    @Test
    void aPageAndItsOpeningMayComeInEitherOrder() {
        start();
        transcript.added(new PageShown(1, SHOP + "/basket"));
        transcript.added(new Opened(1, SHOP + "/basket", 9000));
        assertThat(labels()).containsExactly("Open /", "Home", "Open /basket", "Basket");
    }

    @Test
    void anotherHostIsAwaitedByName() {
        start();
        transcript.added(clicked("#pay"));
        transcript.added(new PageShown(1, "https://pay.example/order/4711?token=x"));
        assertThat(labels())
                .containsExactly(
                        "Open /", "Home", "Click \"pay\"", "Wait for pay.example/order/", "Order");
    }

    @Test
    void onlyTheFirstDeedCanBeAnAnswerToABanner() {
        start();
        transcript.added(clicked("internal:role=button[name=\"Alle akzeptieren\"i]"));
        transcript.added(new PageShown(1, SHOP + "/"));
        transcript.added(new PageTitled(1, "Tea"));
        transcript.added(clicked("internal:role=button[name=\"Accept terms\"i]"));
        Recorded recorded = transcript.finish();
        assertThat(recorded.journey().prelude())
                .extracting(Step::label)
                .containsExactly("Open /", "Click \"Alle akzeptieren\"");
        assertThat(recorded.journey().steps())
                .extracting(Step::label)
                .containsExactly("Open /", "Tea", "Click \"Accept terms\"");
        assertThat(live).isEqualTo(recorded.journey().steps());
    }

    @Test
    void secretsAreNamedByJourneyAndField() {
        start();
        transcript.added(new FilledSecret(1, "internal:label=\"Password\"i"));
        transcript.added(new FilledSecret(1, "#frame >> internal:label=\"Password\"i"));
        transcript.added(new FilledSecret(1, "internal:label=\"Password\"i"));
        Recorded recorded = transcript.finish();
        assertThat(recorded.secrets()).containsExactly("checkout-password", "checkout-password-2");
        assertThat(fills())
                .containsExactly(
                        "${secret:checkout-password}",
                        "${secret:checkout-password-2}",
                        "${secret:checkout-password}");
    }

    @Test
    void assertionsAreKept() {
        start();
        transcript.added(new SeenVisible(1, "#total"));
        transcript.added(new SeenText(1, "#total", "9 €"));
        assertThat(transcript.finish().journey().steps().subList(2, 4))
                .containsExactly(
                        new Step.Assert(
                                "See \"total\"", new Assertion.ElementVisible(Target.of("#total"))),
                        new Step.Assert(
                                "Read \"total\"",
                                new Assertion.ElementText(Target.of("#total"), "9 €")));
    }

    @Test
    void whatCannotBeRepeatedIsSaidOnce() {
        start();
        transcript.added(new NotRepeatable(1, "a file was chosen"));
        transcript.added(new NotRepeatable(1, "a file was chosen"));
        transcript.added(new Clicked(1, "#a", false, 0));
        transcript.added(new Chosen(1, "#many", List.of("a", "b"), 0));
        transcript.added(new PageShown(2, SHOP + "/terms"));
        transcript.added(clicked("#older"));
        transcript.added(new TabClosed(2));
        transcript.added(clicked("#fine"));
        assertThat(transcript.finish().warnings())
                .containsExactly(
                        "a double click or one with a modifier key was recorded as a plain click",
                        "several options, or none, were chosen in \"many\"",
                        "a file was chosen",
                        "an older tab was used while a newer one was open; a run uses the newest");
    }

    @Test
    void namesOfElementsAreWhatPeopleRead() {
        assertThat(ElementName.of("internal:role=button[name=\"Say \\\"hi\\\"\"i] >> nth=1"))
                .isEqualTo("Say \"hi\"");
        assertThat(ElementName.of("internal:role=searchbox")).isEqualTo("searchbox");
        assertThat(ElementName.of("#card >> internal:control=enter-frame >> #no")).isEqualTo("no");
        assertThat(ElementName.of("div:nth-child(3) > span")).isEqualTo("div:nth-child(3) > span");
        assertThat(ElementName.of("#" + "x".repeat(100))).hasSize(60);
    }

    @Test
    void namesOfPagesComeFromThePathElseTheTitle() {
        assertThat(PageName.of(SHOP + "/product/17?ref=mail", "Green tea")).isEqualTo("Product");
        assertThat(PageName.of(SHOP + "/checkout/ship-to.html", "x")).isEqualTo("Checkout ship to");
        assertThat(PageName.of(SHOP + "/", "Tea & Co | Shop")).isEqualTo("Tea & Co");
        assertThat(PageName.of(SHOP + "/index.php", " ")).isEqualTo("Home");
        assertThat(PageName.of(SHOP + "/123", "")).isEqualTo("Home");
    }

    private void start() {
        transcript.added(new PageShown(1, SHOP + "/"));
        transcript.added(new Opened(1, SHOP + "/", 0));
    }

    private static RecordedAction clicked(String selector) {
        return new Clicked(1, selector, true, 0);
    }

    private List<String> labels() {
        return transcript.finish().journey().steps().stream().map(Step::label).toList();
    }

    private List<String> fills() {
        return transcript.finish().journey().steps().stream()
                .filter(Step.Fill.class::isInstance)
                .map(step -> ((Step.Fill) step).text())
                .toList();
    }
}

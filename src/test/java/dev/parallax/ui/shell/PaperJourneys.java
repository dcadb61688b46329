package dev.parallax.ui.shell;

import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import java.util.List;
import java.util.Map;

/// A journey through a browser and one over HTTP.
final class PaperJourneys {
    private PaperJourneys() {}

    static Journey lantern() {
        return new Journey(
                "Buy a lantern",
                Journey.Kind.BROWSER,
                Map.of("base", "https://shop.example"),
                List.of(
                        new Step.Navigate("Open the shop", "${base}/"),
                        new Step.Click(
                                "Accept cookies", Target.of("role=button[name=\"Accept\"]"))),
                List.of(
                        new Step.Navigate("Open the home page", "${base}/"),
                        new Step.PageMark("home"),
                        new Step.Click("Open the catalogue", Target.of("text=Catalogue")),
                        new Step.Wait(
                                "Wait for the list",
                                new Condition.ElementVisible(Target.of("testid=product-list"))),
                        new Step.PageMark("catalogue"),
                        new Step.Click(
                                "Choose the lantern",
                                Target.of("role=link[name=\"Storm lantern\"]")),
                        new Step.PageMark("product"),
                        new Step.Fill("Enter the e-mail", Target.of("label=E-mail"), "${email}"),
                        new Step.Assert(
                                "The basket has it",
                                new Assertion.ElementText(
                                        Target.of("css=.basket"), "Storm lantern")),
                        new Step.PageMark("checkout")));
    }

    static Journey order() {
        return new Journey(
                "Order over HTTP",
                Journey.Kind.HTTP,
                Map.of(),
                List.of(),
                List.of(
                        new Step.Request(
                                "List products", "GET", "${base}/api/products", Map.of(), null),
                        new Step.Assert("Answers", new Assertion.StatusIs(200))));
    }
}

package dev.parallax.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JourneyJsonTest {
    private static final Target PAY = Target.of("role=button[name=\"Pay\"]", "#pay");

    @Test
    void readsBackWhatItWroteForEveryKindOfStep() {
        var journey =
                new Journey(
                        "Everything \"quoted\" – ünïcode",
                        Journey.Kind.BROWSER,
                        Map.of("base", "http://127.0.0.1:1", "user", "a"),
                        List.of(new Step.Click("Accept", PAY)),
                        List.of(
                                new Step.Navigate("Open", "${base}/"),
                                new Step.Fill("Password", PAY, "${secret:password}"),
                                new Step.Select("Country", PAY, "NO"),
                                new Step.Press("Enter", null, "Enter"),
                                new Step.Press("Enter in field", PAY, "Enter"),
                                new Step.Wait("For it", new Condition.ElementVisible(PAY)),
                                new Step.Wait("For URL", new Condition.UrlContains("/ok")),
                                new Step.Wait(
                                        "A moment", new Condition.Passed(Duration.ofMillis(50))),
                                new Step.Assert("Seen", new Assertion.ElementVisible(PAY)),
                                new Step.Assert("Text", new Assertion.ElementText(PAY, "Thanks")),
                                new Step.Assert("URL", new Assertion.UrlContains("/done")),
                                new Step.Assert("Status", new Assertion.StatusIs(201)),
                                new Step.Assert("Body", new Assertion.BodyContains("{}")),
                                new Step.Assert(
                                        "Fast", new Assertion.FasterThan(Duration.ofSeconds(2))),
                                new Step.Request("Get", "GET", "/a", Map.of("Accept", "*/*"), null),
                                new Step.Request("Post", "POST", "/b", Map.of(), "{\"a\":1}"),
                                new Step.PageMark("checkout")));

        assertThat(JourneyJson.read(JourneyJson.write(journey), "test")).isEqualTo(journey);
    }

    @Test
    void namesTheStepWhoseTypeItDoesNotKnow() {
        var json =
                """
                {"format": "parallax-journey", "version": 1, "name": "x", "kind": "browser",
                 "steps": [{"type": "navigate", "url": "/"}, {"type": "hover", "target": ["a"]}]}
                """;

        assertThatThrownBy(() -> JourneyJson.read(json, "x.json"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("x.json")
                .hasMessageContaining(
                        "step 2 has the unknown type \"hover\"; known are navigate, click");
    }

    @Test
    void refusesAMemberItDoesNotKnow() {
        var json =
                """
                {"format": "parallax-journey", "version": 1, "name": "x", "kind": "browser",
                 "steps": [{"type": "navigate", "url": "/", "twice": true}]}
                """;

        assertThatThrownBy(() -> JourneyJson.read(json, "x.json"))
                .hasMessageContaining("step 1 has the unknown member \"twice\"");
    }

    @Test
    void refusesANewerVersion() {
        var json = "{\"format\": \"parallax-journey\", \"version\": 2, \"name\": \"x\"}";

        assertThatThrownBy(() -> JourneyJson.read(json, "x.json"))
                .hasMessageContaining("version 2");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> JourneyJson.read("PK\u0003\u0004", "x.json"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot read the journey in x.json");
    }

    @Test
    void refusesAnEmptyTarget() {
        var json =
                """
                {"format": "parallax-journey", "version": 1, "name": "x", "kind": "browser",
                 "steps": [{"type": "click", "target": []}]}
                """;

        assertThatThrownBy(() -> JourneyJson.read(json, "x.json"))
                .hasMessageContaining("step 1 is refused: a target needs selectors");
    }
}

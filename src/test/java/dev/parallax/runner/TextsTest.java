package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How texts are filled in and secrets hidden again.
final class TextsTest {
    private final List<String> asked = new ArrayList<>();
    private final Texts texts =
            new Texts(
                    new Journey(
                            "test",
                            Journey.Kind.BROWSER,
                            Map.of("base", "https://shop.test:8443", "who", "nobody"),
                            List.of(),
                            List.of(new Step.PageMark("home"))),
                    new Inputs(
                            Map.of("who", "Ada"),
                            (name, origin) -> {
                                asked.add(name + " at " + origin);
                                return "p&ss wörd";
                            }));

    @Test
    void overridesTheJourneysOwnVariables() {
        assertThat(texts.resolve("${who} at ${base}", ""))
                .isEqualTo("Ada at https://shop.test:8443");
        assertThat(texts.resolve(Target.of("#${who}", "text=${who}")))
                .isEqualTo(Target.of("#Ada", "text=Ada"));
    }

    @Test
    void asksForSecretsForTheOriginTheyAreUsedAt() {
        texts.resolve("${secret:word}", "https://shop.test");
        texts.resolveUrl("${base}/in?key=${secret:key}");

        assertThat(asked)
                .containsExactly("word at https://shop.test", "key at https://shop.test:8443");
    }

    @Test
    void hidesASecretHoweverItIsEncoded() {
        texts.resolve("${secret:word}", "https://shop.test");

        assertThat(texts.mask("p&ss wörd p%26ss+w%C3%B6rd p%26ss%20w%C3%B6rd p&ss"))
                .isEqualTo("••• ••• ••• p&ss");
    }

    @Test
    void hidesTheUserOfAUrl() {
        assertThat(texts.mask("https://ada:pw@shop.test/?a=b@c"))
                .isEqualTo("https://•••@shop.test/?a=b@c");
        assertThat(texts.mask("https://shop.test/@ada")).isEqualTo("https://shop.test/@ada");
    }

    @Test
    void tellsTheOriginOfAUrl() {
        assertThat(Texts.originOf("https://shop.test:8443/a?b#c"))
                .isEqualTo("https://shop.test:8443");
        assertThat(Texts.originOf("http://ada:pw@shop.test")).isEqualTo("http://shop.test");
        assertThat(Texts.originOf("about:blank")).isEmpty();
    }

    @Test
    void refusesASecretWithoutASource() {
        var none =
                new Texts(
                        new Journey(
                                "test",
                                Journey.Kind.HTTP,
                                Map.of(),
                                List.of(),
                                List.of(new Step.PageMark("p"))),
                        Inputs.NONE);

        assertThatThrownBy(() -> none.resolve("${secret:word}", "https://shop.test"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("secret set word");
    }
}

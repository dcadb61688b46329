package dev.parallax.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class VariablesTest {
    private final Variables variables =
            new Variables(
                    Map.of("base", "http://shop", "trick", "${secret:pin}$1"),
                    name -> "<" + name + ">");

    @Test
    void fillsInVariablesAndSecrets() {
        assertThat(variables.resolve("${base}/a?p=${secret:pin}"))
                .isEqualTo("http://shop/a?p=<pin>");
    }

    @Test
    void doesNotLookIntoValuesAgain() {
        assertThat(variables.resolve("${trick}")).isEqualTo("${secret:pin}$1");
    }

    @Test
    void saysWhichVariableHasNoValue() {
        assertThatThrownBy(() -> variables.resolve("${missing}"))
                .hasMessageContaining("the variable \"missing\" has no value");
    }

    @Test
    void noticesSecrets() {
        assertThat(Variables.mentionsSecret("x ${secret:pin}")).isTrue();
        assertThat(Variables.mentionsSecret("x ${pin}")).isFalse();
    }
}

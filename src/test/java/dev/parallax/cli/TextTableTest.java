package dev.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {

    @Test
    void alignsNumbersToTheRightAndWordsToTheLeft() {
        var table =
                new TextTable(
                        List.of("page", "#LCP ms"),
                        List.of(List.of("home", "912"), List.of("catalogue – größer", "1,204")));

        assertThat(table.lines())
                .containsExactly(
                        "page                LCP ms",
                        "home                   912",
                        "catalogue – größer   1,204");
    }
}

package dev.parallax.importer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.layout.FieldPath.Choice;
import dev.parallax.importer.layout.FieldPath.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FieldPathTest {

    @Test
    void isNamesJoinedByDots() {
        assertThat(FieldPath.parse("view.url").segments())
                .isEqualTo(List.of(new Segment("view", null), new Segment("url", null)));
    }

    @Test
    void takesDotsWithinBracketsForPartOfTheValue() {
        assertThat(FieldPath.parse("attributes[key=url.full].value").segments())
                .isEqualTo(
                        List.of(
                                new Segment("attributes", new Choice("key", "url.full")),
                                new Segment("value", null)));
    }

    @Test
    void takesEmptyBracketsForEveryElement() {
        assertThat(FieldPath.parse("a[].b")).isEqualTo(FieldPath.parse("a.b"));
    }

    @Test
    void leavesOtherBracketsInTheName() {
        assertThat(FieldPath.parse("LCP [ms]").segments())
                .isEqualTo(List.of(new Segment("LCP [ms]", null)));
        assertThat(FieldPath.parse("[ms].x").segments())
                .isEqualTo(List.of(new Segment("[ms]", null), new Segment("x", null)));
    }
}

package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DictionaryTest {

    @Test
    void givesOneCodeToEachText() {
        var random = new Random(1);
        var dictionary = new Dictionary();
        var texts = new LinkedHashSet<String>(List.of(""));
        for (int i = 0; i < 50_000; i++) {
            String text = "/π/" + Integer.toString(random.nextInt(20_000), 36);
            texts.add(text);
            String around = "ab" + text + "cd";
            int code = dictionary.code(around.toCharArray(), 2, text.length());
            assertThat(dictionary.text(code)).isEqualTo(text);
        }
        assertThat(dictionary.texts()).containsExactlyElementsOf(texts);
        assertThat(Dictionary.of(new ArrayList<>(texts)).texts()).isEqualTo(dictionary.texts());
    }

    @Test
    void findsOnlyWhatItHas() {
        var dictionary = new Dictionary();
        int mobile = dictionary.code("mobile");
        assertThat(dictionary.find("mobile")).isEqualTo(OptionalInt.of(mobile));
        assertThat(dictionary.find("")).isEqualTo(OptionalInt.of(Dictionary.UNKNOWN));
        assertThat(dictionary.find("desktop")).isEmpty();
        assertThat(dictionary.size()).isEqualTo(2);
    }

    @Test
    void countsWhatNoLongerFits() {
        var dictionary = new Dictionary(3);
        assertThat(List.of("a", "b", "c", "a", "d").stream().map(dictionary::code))
                .containsExactly(1, 2, 0, 1, 0);
        assertThat(dictionary.refused()).isEqualTo(2);
    }

    @Test
    void refusesTextsThatCannotBeCodes() {
        assertThatThrownBy(() -> Dictionary.of(List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dictionary.of(List.of("", "a", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("repeated");
        assertThatThrownBy(() -> new Dictionary().text(1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}

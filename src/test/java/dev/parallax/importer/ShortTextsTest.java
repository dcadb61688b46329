package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ShortTextsTest {

    /// Whatever is found is what was put there under exactly this text.
    @Test
    void findsOnlyWhatWasPutUnderTheSameText() {
        var random = new Random(13);
        var texts = new ShortTexts();
        Map<String, Integer> all = new HashMap<>();
        int found = 0;
        for (int i = 0; i < 300_000; i++) {
            String text = text(random);
            char[] around = (text(random) + text + text(random) + " ".repeat(16)).toCharArray();
            int from = new String(around).indexOf(text);
            int code = texts.find(around, from, text.length());
            if (code == ShortTexts.NONE) {
                int given = all.computeIfAbsent(text, _ -> all.size() + 1);
                texts.put(around, from, text.length(), given);
            } else {
                found++;
                assertThat(code).as(text).isEqualTo(all.get(text));
            }
        }
        assertThat(found).isGreaterThan(30_000);
    }

    @Test
    void leavesLongTextsAndTheEndOfTheArrayToOthers() {
        var texts = new ShortTexts();
        for (String text : new String[] {"", "seventeen letters", "Zürich\u2713", "at the end"}) {
            texts.put(text.toCharArray(), 0, text.length(), 1);
            assertThat(texts.find(text.toCharArray(), 0, text.length()))
                    .as(text)
                    .isEqualTo(ShortTexts.NONE);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        String letters = "aab\u0000\u00fc\u0100\u0161";
        int length = random.nextInt(random.nextInt(10) == 0 ? 20 : 5);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}

package dev.parallax.importer.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TextMemoTest {
    @Test
    void findsWhatAMapFinds() {
        var random = new Random(3);
        var memo = new TextMemo();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            String text = "x".repeat(random.nextInt(30)) + random.nextInt(300);
            byte[] bytes =
                    ("ab" + text + "c".repeat(random.nextInt(9))).getBytes(StandardCharsets.UTF_8);
            int found = memo.find(bytes, 2, text.length());
            assertThat(found).isEqualTo(expected.getOrDefault(text, TextMemo.UNKNOWN));
            if (found == TextMemo.UNKNOWN) {
                int number = expected.size() + 1;
                memo.add(bytes, 2, text.length(), number);
                expected.put(text, number);
            }
        }
    }

    @Test
    void takesNoMoreThanItHasRoomFor() {
        var memo = new TextMemo();
        for (int i = 0; i < 100_000; i++) {
            byte[] text = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            assertThat(memo.find(text, 0, text.length)).isEqualTo(TextMemo.UNKNOWN);
            memo.add(text, 0, text.length, i + 1);
        }
        int known = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] text = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            int found = memo.find(text, 0, text.length);
            assertThat(found).isIn(TextMemo.UNKNOWN, i + 1);
            known += found == TextMemo.UNKNOWN ? 0 : 1;
        }
        assertThat(known).isEqualTo(1 << 14);
    }
}

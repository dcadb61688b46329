package dev.parallax.importer.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class NumberColumnTest {
    @Test
    void takesAFloatForTheNumberItIsWrittenAs() {
        var random = new Random(11);
        for (int i = 0; i < 2_000_000; i++) {
            float number =
                    switch (i % 4) {
                        case 0 -> Float.intBitsToFloat(random.nextInt());
                        case 1 -> random.nextInt(1_000_000) / 10f;
                        case 2 -> random.nextInt(100_000) / 10_000f;
                        default -> (float) Math.exp(12 * random.nextGaussian());
                    };
            if (Math.abs(number) >= 1 << 24) {
                continue;
            }
            assertThat(Double.toString(NumberColumn.written(number)))
                    .isEqualTo(Double.toString(Double.parseDouble(Float.toString(number))));
        }
    }
}

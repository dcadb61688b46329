package dev.parallax.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Lines lines = new Lines(out);

    @Test
    void writesNumbersWithFixedPlaces() throws IOException {
        lines.number(0.05, 4).character(' ').number(1234.56, 1).character(' ').number(7.5, 0);
        lines.character(' ').number(0, 1).character(' ').whole(9_876_543_210L).flush();
        assertThat(out.toString(UTF_8)).isEqualTo("0.0500 1234.6 8 0.0 9876543210");
    }

    @Test
    void writesNothingForNaN() throws IOException {
        lines.character('<').number(Double.NaN, 1).character('>').flush();
        assertThat(out.toString(UTF_8)).isEqualTo("<>");
    }

    @Test
    void agreesWithTheFormatterOfTheJdk() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            double value = Math.round(Chance.of(4, i) * 1e8) / 1e4;
            out.reset();
            lines.number(value, 4).flush();
            assertThat(out.toString(UTF_8)).isEqualTo(String.format(Locale.ROOT, "%.4f", value));
        }
    }

    @Test
    void writesMomentsInUtc() throws IOException {
        lines.moment(Instant.parse("2026-05-31T23:59:59.007Z").toEpochMilli());
        lines.moment(Instant.parse("1969-12-31T23:59:59.999Z").toEpochMilli()).flush();
        assertThat(out.toString(UTF_8))
                .isEqualTo("2026-05-31T23:59:59.007Z1969-12-31T23:59:59.999Z");
    }

    @Test
    void keepsAllOfALongText() throws IOException {
        String text = "tide ".repeat(40_000);
        lines.text("<").text(text).text(">").flush();
        assertThat(out.toString(UTF_8)).isEqualTo("<" + text + ">");
    }
}

package dev.parallax.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HeaderTest {
    @Test
    void hidesWhatSignsSomebodyIn() {
        assertThat(Header.kept("Authorization", "Bearer abc").value()).isEqualTo("•••");
        assertThat(Header.kept("cookie", "sid=abc; theme=dark").value())
                .isEqualTo("sid=•••; theme=•••");
        assertThat(Header.kept("Set-Cookie", "sid=a=b; Path=/; HttpOnly\nother=c; Secure").value())
                .isEqualTo("sid=•••; Path=/; HttpOnly\nother=•••; Secure");
    }

    @Test
    void keepsTheRestAndCutsWhatIsTooLong() {
        assertThat(Header.kept("Accept", "text/html")).isEqualTo(new Header("Accept", "text/html"));
        assertThat(Header.kept("X-Long", "x".repeat(3000)).value()).hasSize(2001).endsWith("…");
    }

    @Test
    void findsAValueWhateverTheCaseOfItsName() {
        var headers = List.of(new Header("Content-Type", "text/css"));

        assertThat(Header.valueOf(headers, "content-type")).isEqualTo("text/css");
        assertThat(Header.valueOf(headers, "age")).isEmpty();
    }
}

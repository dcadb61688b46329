package dev.parallax.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageTemplateTest {
    private static final Pattern ID =
            Pattern.compile(
                    "\\d+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?=.*\\d)[0-9a-fA-F]{12,}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|/",
                "https://shop.example|/",
                "https://shop.example?a=/b|/",
                "https://shop.example/product/17?ref=mail|/product/:id",
                "/product//17/#top|/product/:id",
                "/order/5f2b6c1a-9a39-4a60-8a6e-0d6e3c1f2b11/|/order/:id",
                "/file/0123456789ab|/file/:id",
                "/file/abcdefabcdef|/file/abcdefabcdef",
                "/blog/2026-11-22/news|/blog/:date/news",
                "/blog/2026-13-22|/blog/2026-13-22",
                "/blog/2026/11/22/news|/blog/:date/news",
                "/blog/2026/11|/blog/:id/:id",
                "/blog/1026/11/22|/blog/:id/:id/:id",
                "/de/|/:locale",
                "/en-gb/cart|/:locale/cart",
                "/pt_BR/cart|/:locale/cart",
                "/cart/de|/cart/de",
                "/my/orders|/my/orders",
                "/xx/orders|/xx/orders",
                "/de-XX/orders|/de-XX/orders",
                "/product/:id|/product/:id",
                "cart|/cart",
                "//host/path|/host/path"
            })
    void groups(String url, String page) {
        assertThat(PageTemplate.of(url).path()).isEqualTo(page);
    }

    @Test
    void findsIdsAsTheirPatternDoes() {
        var random = new Random(5);
        String letters = "0123456789abcdefABF-gz";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("x");
            int length = 1 + random.nextInt(40);
            text.setLength(0);
            for (int k = 0; k < length; k++) {
                text.append(letters.charAt(random.nextInt(random.nextBoolean() ? 16 : 22)));
            }
            String segment = text.toString();
            if (!segment.matches("\\d{4}-\\d{2}-\\d{2}")) {
                assertThat(PageTemplate.of("/a/" + segment).path())
                        .isEqualTo(ID.matcher(segment).matches() ? "/a/:id" : "/a/" + segment);
            }
        }
    }

    @Test
    void takesPathsApart() {
        assertThat(PageTemplate.segments("https://a.example/x//y/?q=/z"))
                .isEqualTo(List.of("x", "y"));
        assertThat(PageTemplate.ofSegments(List.of("de", "17", "17"), 2))
                .isEqualTo(new PageTemplate("/de/17/:id"));
    }
}

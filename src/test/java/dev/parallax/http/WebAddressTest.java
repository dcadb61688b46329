package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WebAddressTest {

    @Test
    void readsWhatABrowserReads() {
        assertThat(parse("http://shop.example")).isEqualTo("http://shop.example/");
        assertThat(parse(" HTTPS://Shop.Example:8443/A?b=C#d "))
                .isEqualTo("https://shop.example:8443/A?b=C");
        assertThat(parse("http://shop.example:/x")).isEqualTo("http://shop.example/x");
        assertThat(parse("http://shop.example?q=1")).isEqualTo("http://shop.example/?q=1");
        assertThat(parse("http://[::1]:80/x")).isEqualTo("http://[::1]:80/x");
        assertThat(parse("http://bücher.example/über uns"))
                .isEqualTo("http://xn--bcher-kva.example/%C3%BCber%20uns");
        assertThat(parse("http://shop.example/100%/%41%zz?a={b}|c"))
                .isEqualTo("http://shop.example/100%25/%41%25zz?a=%7Bb%7D%7Cc");
        assertThat(parse("http://shop.example/a@b")).isEqualTo("http://shop.example/a@b");
        assertThat(parse("http://shop.example/😀")).isEqualTo("http://shop.example/%F0%9F%98%80");
    }

    @Test
    void resolvesLocations() {
        URI base = URI.create("https://shop.example/a/b?q=1");
        assertThat(WebAddress.resolve(base, "../c")).hasToString("https://shop.example/c");
        assertThat(WebAddress.resolve(base, "?x")).hasToString("https://shop.example/a/b?x");
        assertThat(WebAddress.resolve(base, "//cdn.example/x"))
                .hasToString("https://cdn.example/x");
        assertThat(WebAddress.resolve(base, "/d#e")).hasToString("https://shop.example/d");
    }

    @Test
    void refusesWithoutRepeatingTheText() {
        for (String text :
                List.of(
                        "",
                        "s3cret",
                        "http:/s3cret",
                        "http://u:s3cret@h/",
                        "javascript:s3cret",
                        "http:///s3cret")) {
            assertThatThrownBy(() -> WebAddress.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void masksEverySpellingOfASecret() {
        var mask = new Mask(List.of("pass wörd@1", "pass", ""));
        assertThat(mask.hide("a pass wörd@1 b pass+w%C3%B6rd%401 c pass%20w%C3%B6rd@1 pass d"))
                .isEqualTo("a ••• b ••• c ••• ••• d");
        assertThat(mask.finds("nothing here")).isFalse();
        assertThat(mask.finds("my pass")).isTrue();
    }

    private static String parse(String text) {
        return WebAddress.parse(text).toString();
    }
}

package dev.parallax.importer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Dimension;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScrubberTest {
    private final Scrubber scrubber = new Scrubber();

    private String page(String address) {
        return page(scrubber, address);
    }

    private static String page(Scrubber scrubber, String address) {
        char[] around = ("\"" + address + "\"").toCharArray();
        scrubber.page(around, 1, address.length());
        return new String(scrubber.text(), scrubber.from(), scrubber.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://shop.example/cart?mail=ann@mail.example#top | /cart",
                "https://ann:secret@shop.example/cart | /cart",
                "//shop.example/cart | /cart",
                "https://shop.example | /",
                "https://shop.example?a=b | /",
                "/cart&mail=ann@mail.example | /cart",
                "/u/ann@mail.example/cart | /u/:email/cart",
                "/u/ann%40mail.example/cart | /u/:email/cart",
                "/u/ann%2540mail.example | /u/:email",
                "/u/ann%252540mail.example | /u/:email",
                "/u/ann\\u0040mail.example | /u/:email",
                "/u/andré.müller@exämple.com | /u/:email",
                "/u/YW5uQG1haWwuZXhhbXBsZQ==/cart | /u/:token/cart",
                "/u/YUBiLmRl | /u/YUBiLmRl",
                "/u/YW5uQGIuY29t | /u/:token",
                "/cart;jsessionid=1A2B | /cart",
                "/cart%3Bjsessionid%3D1A2B | /:value",
                "/search%3Fq=shoes | /:value",
                "/a/b;v=1/c | /a/b/c",
                "/share/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln/x | /share/:token/x",
                "/share/a8Kd93jfLs0qPz7Xc2Vb | /share/:token",
                "/s/qzjxkvbnwpmrtlqhgfds | /s/:token",
                "/s/share-qzjxkvbnwpmrtlqhgfds | /s/:token",
                "/s/qzjx-kvbn-wpmr-tl7qhgfds | /s/:token",
                "/order/5f2b6c1a-9a39-4a60-8a6e-0d6e3c1f2b11 | /order/:id",
                "/order/507f1f77bcf86cd799439011 | /order/:id",
                "/order/abc123456789 | /order/:id",
                "/order/4711471147 | /order/:id",
                "/p/red-shoe-4711471147.html | /p/red-shoe-:id.html",
                "/card/4111-1111-1111-1111 | /card/:id",
                "/call/+49301234567 | /call/:phone",
                "/call/%2B49%2030%201234567 | /call/:phone",
                "/call/212-555-0100 | /call/:phone",
                "/call/030-1234567 | /call/:phone",
                "/host/203.0.113.9/x | /host/:ip/x",
                "/host/2001:db8::1 | /host/:ip",
                "/host/2001%3Adb8%3A%3A1 | /host/:ip",
                "/host/00:1a:2b:3c:4d:5e | /host/:id",
                "/reset/token=abc | /reset/token=:value",
                "/go/https%3A%2F%2Fann%3Apw%40x.example%2F | /go/:email",
            })
    void keepsThePathWithoutWhatIsPrivate(String address, String expected) {
        assertThat(page(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/product/17/reviews",
                "/product/17",
                "/how-to-build-a-wooden-house-in-ten-days",
                "/de/produkte/herren/laufschuhe-fuer-anfaenger-und-fortgeschrittene",
                "/fr/actualites/les-meilleures-recettes-de-saison",
                "/pl/przepisy/najlepsze-ciasta-na-kazda-okazje",
                "/nl/artikelen/verzekeringsmaatschappijen-vergelijken",
                "/es/noticias/las-mejores-ofertas-de-la-semana",
                "/docs/byo-cdn-cloudflare-setup",
                "/docs/byo-cdn-cloudflare-worker-setup",
                "/docs/Byo_Cdn_Cloudflare_Setup",
                "/p/iphone15-pro-max-256gb-blue-titanium",
                "/ProductListingPageContainer/CheckoutConfirmation",
                "/blog/2024/11/27/hello-world",
                "/blog/2024-11-27-hello",
                "/assets/logo@2x.png",
                "/npm/vue@3.4.21/dist/vue.js",
                "/@ann/story",
                "/caf%C3%A9/men%C3%BC",
                "/%E4%B8%AD%E6%96%87",
                "/r&d/c++/a%20b",
                "/v1.2.3/api",
                "/wiki/Category:History_of_the_United_States",
                "/at/12:30:45",
                "/filter/color=red",
                "/de-DE/index.html",
                "/user/:id/:email",
                "relative/path",
            })
    void leavesOtherPathsAsTheyAre(String path) {
        char[] source = path.toCharArray();
        scrubber.page(source, 0, source.length);

        assertThat(page(path)).isEqualTo(path);
        scrubber.page(source, 0, source.length);
        assertThat(scrubber.text()).as("no copy is made").isSameAs(source);
    }

    @Test
    void keepsAllowedParametersWithTheirValuesMasked() {
        var keeping = new Scrubber(Set.of("tab", "to"));

        assertThat(page(keeping, "https://x.example/a?tab=1&mail=a@b.example&to=ann@b.example#x"))
                .isEqualTo("/a?tab=1&to=:email");
        assertThat(page(keeping, "https://x.example?tab=1")).isEqualTo("/?tab=1");
        assertThat(page(keeping, "/a?table=1")).isEqualTo("/a");
    }

    @Test
    void cutsLongPathsBetweenSegments() {
        String longest = "/abc".repeat(511);

        assertThat(page(longest + "/ann@mail.example/x")).isEqualTo(longest);
        assertThat(page("/" + "ab/".repeat(9_000_000 / 3))).hasSizeLessThanOrEqualTo(2_048);
        assertThat(page("x".repeat(5_000))).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chrome 120.0.0.0 | Chrome 120.0.0.0",
                "120.0.0.0 | 120.0.0.0",
                "Mobile Safari | Mobile Safari",
                "203.0.113.9 | :ip",
                "ann@mail.example | :email",
                "user ann@mail.example (x) | user :email (x)",
                "ann%40mail.example | :email",
                "https://ann:pw@x.example/a?b=c#d | https://:email/a?b=:value#:value",
                "4g | 4g",
                "United States | United States",
                "1920x1080 | 1920x1080",
                "a8Kd93jfLs0qPz7Xc2Vb | :token",
            })
    void checksValuesOfDimensions(String value, String expected) {
        assertThat(scrubber.value(Dimension.BROWSER, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024.11.27 | 2024.11.27",
                "1.2.3.4 | 1.2.3.4",
                "shop@1.2.3+build.20241127123456 | shop@1.2.3+build.20241127123456",
                "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3 | a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                "ann@mail.example | :email",
                "build by ann@mail.example | build by :email",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | :token",
            })
    void letsReleasesBeHashesAndVersions(String value, String expected) {
        assertThat(scrubber.value(Dimension.RELEASE, value)).isEqualTo(expected);
    }
}

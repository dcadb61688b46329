package dev.parallax.importer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Dimension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Plants secrets of every kind, in every encoding, in random addresses, values and lines.
final class PlantedSecretsTest {
    private static final int ROUNDS = 40_000;
    private static final String TOKEN_LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> WORDS =
            List.of(
                    "product",
                    "cart",
                    "checkout",
                    "de",
                    "en-us",
                    "17",
                    "red-shoe",
                    "index.html",
                    "blog",
                    "2024",
                    "how-to-build-a-house",
                    "v1.2",
                    "search",
                    "laufschuhe-herren");

    private static final List<Function<Random, String>> SECRETS =
            List.of(
                    random -> word(random) + "." + word(random) + "@" + word(random) + ".example",
                    random ->
                            word(random)
                                    + "+"
                                    + random.nextInt(99)
                                    + "@mail."
                                    + word(random)
                                    + ".de",
                    random -> token(random, 20 + random.nextInt(40)),
                    random -> hex(random, 20 + random.nextInt(44)),
                    random -> new UUID(random.nextLong(), random.nextLong()).toString(),
                    random ->
                            "eyJ"
                                    + token(random, 20)
                                    + "."
                                    + token(random, 30)
                                    + "."
                                    + token(random, 43),
                    random -> "" + random.nextLong(1_000_000_000L, 9_999_999_999_999L),
                    random ->
                            "%d.%d.%d.%d"
                                    .formatted(
                                            1 + random.nextInt(223),
                                            random.nextInt(256),
                                            random.nextInt(256),
                                            1 + random.nextInt(254)),
                    random ->
                            "2001:db8:%x:%x::%x"
                                    .formatted(
                                            random.nextInt(65536),
                                            random.nextInt(65536),
                                            1 + random.nextInt(65535)),
                    random -> "+49" + random.nextLong(10_000_000L, 99_999_999_999L));

    private static final List<UnaryOperator<String>> ENCODINGS =
            List.of(
                    raw -> raw,
                    PlantedSecretsTest::url,
                    raw -> url(url(raw)),
                    raw -> url(url(url(raw))),
                    PlantedSecretsTest::everyOctet,
                    raw -> base64(raw, Base64.getEncoder()),
                    raw -> base64(raw, Base64.getUrlEncoder().withoutPadding()),
                    raw -> url(base64(raw, Base64.getEncoder())),
                    PlantedSecretsTest::unicode,
                    raw -> unicode(raw).replace("\\", "\\\\"),
                    raw -> unicode(raw).replace("\\u", "%u"));

    private final Random random = new Random(20261127);
    private final Scrubber scrubber = new Scrubber();
    private final LineScrubber lines = new LineScrubber();

    @Test
    void nothingPlantedInAPathComesOut() {
        for (int i = 0; i < ROUNDS; i++) {
            String secret = any(SECRETS).apply(random);
            String planted = any(ENCODINGS).apply(secret);
            String address = "https://shop.example" + path() + "/" + planted + path();

            String page = page(address);

            assertThat(page).as(address).doesNotContain(secret, planted).contains("/:");
            assertThat(page(page)).as(address).isEqualTo(page);
        }
    }

    @Test
    void nothingPlantedBesideThePathComesOut() {
        for (int i = 0; i < ROUNDS; i++) {
            String secret = any(SECRETS).apply(random);
            String planted = any(ENCODINGS).apply(secret);
            String clean = path();
            String address =
                    switch (random.nextInt(5)) {
                        case 0 -> "https://shop.example" + clean + "?q=" + planted;
                        case 1 -> "https://shop.example" + clean + "?a=b&q=" + planted + "#x";
                        case 2 -> "https://shop.example" + clean + "#" + planted;
                        case 3 -> "https://shop.example" + clean + ";sid=" + planted;
                        default -> clean + "&q=" + planted;
                    };

            assertThat(page(address)).as(address).isEqualTo(clean);
        }
    }

    @Test
    void nothingPlantedInAValueComesOut() {
        for (int i = 0; i < ROUNDS; i++) {
            String secret = any(SECRETS).apply(random);
            String planted = any(ENCODINGS).apply(secret);
            String value = random.nextBoolean() ? planted : "by " + planted + " today";

            String kept = scrubber.value(Dimension.DEVICE, value);

            assertThat(kept).as(value).doesNotContain(secret, planted);
            assertThat(scrubber.value(Dimension.DEVICE, kept)).as(value).isEqualTo(kept);
        }
    }

    @Test
    void noMailInAnyEncodingIsTakenForARelease() {
        for (int i = 0; i < ROUNDS; i++) {
            String secret = SECRETS.getFirst().apply(random);
            String planted = any(ENCODINGS).apply(secret);

            assertThat(scrubber.value(Dimension.RELEASE, planted))
                    .as(planted)
                    .doesNotContain(secret, planted);
        }
    }

    @Test
    void nothingPlantedInALineComesOut() {
        for (int i = 0; i < ROUNDS; i++) {
            String secret = any(SECRETS).apply(random);
            String planted = any(ENCODINGS).apply(secret);
            String line =
                    switch (random.nextInt(6)) {
                        case 0 -> "{\"url\":\"" + path() + "/" + planted + "\",\"lcp\":1200}";
                        case 1 -> "{\"lcp\":1200,\"note\":\"" + planted + "\"}";
                        case 2 -> "2024-11-27T10:00:00Z," + planted + ",desktop,1200,0.02";
                        case 3 -> "t_done=1200&u=" + planted + "&v=1";
                        case 4 -> "GET " + path() + "/" + planted + "?a=" + planted + " HTTP/1.1";
                        default -> "url=" + path() + "?x=" + planted + " lcp=1200";
                    };
            if (isTime(secret)) {
                continue;
            }

            String kept = lines.scrub(line);

            assertThat(kept).as(line).doesNotContain(secret, planted);
            assertThat(lines.scrub(kept)).as(line).isEqualTo(kept);
        }
    }

    @Test
    void pathsWithoutSecretsStayAsTheyAre() {
        for (int i = 0; i < ROUNDS; i++) {
            String clean = path();
            assertThat(page(clean)).isEqualTo(clean);
        }
    }

    /// In a line a number of 13 digits may be a time, which is kept.
    private static boolean isTime(String secret) {
        return secret.matches("1[2-9]\\d{11}|20\\d{11}|21\\d{11}");
    }

    private String page(String address) {
        char[] source = address.toCharArray();
        scrubber.page(source, 0, source.length);
        return new String(scrubber.text(), scrubber.from(), scrubber.length());
    }

    private String path() {
        var path = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            path.append('/').append(any(WORDS));
        }
        return path.toString();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String word(Random random) {
        return List.of("ann", "smith", "bob", "mueller", "xiu", "o-neil").get(random.nextInt(6));
    }

    private static String token(Random random, int length) {
        var token = new StringBuilder();
        for (int i = 0; i < length; i++) {
            token.append(TOKEN_LETTERS.charAt(random.nextInt(TOKEN_LETTERS.length())));
        }
        return token.toString();
    }

    private static String hex(Random random, int length) {
        var hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    private static String url(String raw) {
        return URLEncoder.encode(raw, StandardCharsets.UTF_8);
    }

    private static String everyOctet(String raw) {
        var encoded = new StringBuilder();
        for (byte octet : raw.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02x".formatted(octet));
        }
        return encoded.toString();
    }

    private static String unicode(String raw) {
        var encoded = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            encoded.append("\\u%04x".formatted((int) raw.charAt(i)));
        }
        return encoded.toString();
    }

    private static String base64(String raw, Base64.Encoder encoder) {
        return encoder.encodeToString(raw.getBytes(StandardCharsets.UTF_8));
    }
}

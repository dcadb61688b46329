package dev.parallax.service;

import dev.parallax.demo.Shop;
import dev.parallax.journey.Journey;
import dev.parallax.journey.JourneyJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The bundled journeys through the demo shop.
final class DemoJourneys {
    private DemoJourneys() {}

    /// A visitor in a browser who buys a lantern.
    static Journey browser() {
        return read("journeys/buy-a-lantern.json");
    }

    /// A client that orders over HTTP.
    static Journey http() {
        return read("journeys/order-over-http.json");
    }

    /// The value of the journeys' variable `base` for an open shop.
    static String base(Shop shop) {
        return shop.url().toString().replaceFirst("/$", "");
    }

    private static Journey read(String resource) {
        try (InputStream stream = DemoJourneys.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its part " + resource);
            }
            return JourneyJson.read(
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

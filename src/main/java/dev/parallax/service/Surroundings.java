package dev.parallax.service;

import dev.parallax.demo.Shop;
import dev.parallax.demo.ShopSettings;
import java.util.Map;

/// What has to stand around a run for its journey to make sense: nothing for a site of its own, the
/// bundled shop for the demo's journeys.
@FunctionalInterface
public interface Surroundings {

    /// Nothing.
    Surroundings NONE = () -> new Standing(Map.of(), () -> {});

    /// The demo shop, open as long as the run takes; its address is the variable `base`.
    Surroundings DEMO_SHOP =
            () -> {
                Shop shop = Shop.start(ShopSettings.demo());
                return new Standing(Map.of("base", DemoJourneys.base(shop)), shop::close);
            };

    /// Puts everything up.
    Standing open();

    /// What stands, until it is closed.
    ///
    /// @param variables for the journey, weaker than those of the order
    record Standing(Map<String, String> variables, Runnable end) implements AutoCloseable {
        public Standing {
            variables = Map.copyOf(variables);
        }

        @Override
        public void close() {
            end.run();
        }
    }
}

package dev.parallax;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;

/// The layers of the product, lowest first. A package may use lower layers only; two packages of
/// one layer never use each other. A package that is not named here is a violation by itself.
final class Layers {
    private static final List<List<String>> LOWEST_FIRST =
            List.of(
                    List.of("statistics", "metric", "problem", "progress"),
                    List.of("journey", "rum", "settings"),
                    List.of("measure"),
                    List.of("compare", "schedule"),
                    List.of("browser", "http", "shaping"),
                    List.of("recorder", "runner", "importer", "store", "report", "demo"),
                    List.of("service"),
                    List.of("ui", "cli"),
                    List.of(""));

    private Layers() {}

    static ArchCondition<JavaClass> useLowerLayersOnly() {
        return new ArchCondition<>("use lower layers only") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                Optional<String> from = packageOf(origin);
                if (from.isEmpty() || layerOf(from.get()) < 0) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    origin, origin.getName() + " is in no layer"));
                    return;
                }
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    packageOf(dependency.getTargetClass().getBaseComponentType())
                            .filter(to ->
                                    !to.equals(from.get()) && layerOf(to) >= layerOf(from.get()))
                            .ifPresent(_ ->
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    origin, dependency.getDescription())));
                }
            }
        };
    }

    /// The package's first name under `dev.parallax`, empty for the root; the recorder's bridge
    /// into Playwright counts as `browser`; foreign classes have none.
    private static Optional<String> packageOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals("com.microsoft.playwright.impl")) {
            return Optional.of("browser");
        }
        if (!name.equals("dev.parallax") && !name.startsWith("dev.parallax.")) {
            return Optional.empty();
        }
        String rest = name.substring("dev.parallax".length());
        return Optional.of(rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0]);
    }

    private static int layerOf(String name) {
        for (int layer = 0; layer < LOWEST_FIRST.size(); layer++) {
            if (LOWEST_FIRST.get(layer).contains(name)) {
                return layer;
            }
        }
        return -1;
    }
}

package dev.parallax.demo;

import java.util.Map;

/// Goods and how many of each.
record Basket(Map<Product, Integer> lines) {

    int count() {
        return lines.values().stream().mapToInt(Integer::intValue).sum();
    }

    int pence() {
        return lines.entrySet().stream()
                .mapToInt(line -> line.getKey().pence() * line.getValue())
                .sum();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}

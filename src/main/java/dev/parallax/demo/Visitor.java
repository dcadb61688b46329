package dev.parallax.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/// Somebody in the shop, known by a cookie or a token: the name after a login, and a basket. Safe
/// for use by several threads.
final class Visitor {
    private static final int MOST_OF_ONE = 99;

    private final String id;
    private final Map<Product, Integer> basket = new LinkedHashMap<>();
    private String name = "";

    Visitor(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /// Empty before the login.
    synchronized String name() {
        return name;
    }

    synchronized void logIn(String visitorName) {
        name = visitorName;
    }

    /// Adds to the basket; never more than 99 of one product.
    synchronized void add(Product product, int quantity) {
        basket.merge(product, quantity, (a, b) -> Math.min(MOST_OF_ONE, a + b));
    }

    synchronized void remove(Product product) {
        basket.remove(product);
    }

    /// What is in the basket now, in the order it was put there.
    synchronized Basket basket() {
        return new Basket(new LinkedHashMap<>(basket));
    }

    /// Takes everything out of the basket and hands it over, so that two orders at the same moment
    /// never sell it twice.
    synchronized Basket emptyBasket() {
        Basket all = basket();
        basket.clear();
        return all;
    }
}

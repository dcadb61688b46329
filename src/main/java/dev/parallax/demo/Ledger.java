package dev.parallax.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who is in the shop and what was ordered. Kept in memory, the newest 10,000 of each, so that a
/// shop under load never fills the heap. Safe for use by several threads.
final class Ledger {
    private static final int MOST = 10_000;
    private static final int FIRST_ORDER = 100_001;

    private final Map<String, Visitor> visitors = newestOnly();
    private final Map<Integer, Order> orders = newestOnly();
    private int visitorsSoFar;
    private int nextOrder = FIRST_ORDER;

    synchronized Optional<Visitor> visitor(String id) {
        return Optional.ofNullable(visitors.get(id));
    }

    synchronized Visitor newVisitor() {
        var visitor = new Visitor("visitor-" + ++visitorsSoFar);
        visitors.put(visitor.id(), visitor);
        return visitor;
    }

    /// Writes down an order under the next number.
    synchronized Order order(
            Visitor visitor, String name, String email, String delivery, Basket basket) {
        var order = new Order(nextOrder++, visitor.id(), name, email, delivery, basket);
        orders.put(order.number(), order);
        return order;
    }

    synchronized Optional<Order> order(int number) {
        return Optional.ofNullable(orders.get(number));
    }

    private static <K, V> Map<K, V> newestOnly() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }
}

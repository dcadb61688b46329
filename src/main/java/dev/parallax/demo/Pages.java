package dev.parallax.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The shop's HTML pages.
final class Pages {
    private static final int SHELF = 4;

    private final List<Product> products;
    private final Ledger ledger;
    private final Map<String, Template> templates;

    Pages(List<Product> products, Ledger ledger) {
        this.products = products;
        this.ledger = ledger;
        templates =
                List.of(
                                "layout",
                                "home",
                                "card",
                                "catalogue",
                                "product",
                                "search",
                                "basket",
                                "basket-line",
                                "basket-empty",
                                "checkout",
                                "checkout-line",
                                "confirmation",
                                "login",
                                "account",
                                "terms",
                                "message",
                                "card-field")
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(name -> name, Template::named));
    }

    Answer answer(Request request, List<String> path, Optional<Visitor> visitor) {
        String second = path.size() > 1 ? path.get(1) : "";
        if (path.isEmpty()) {
            return home(visitor);
        }
        return switch (path.getFirst()) {
            case "product" ->
                    number(second)
                            .flatMap(this::product)
                            .map(p -> product(p, visitor))
                            .orElseGet(() -> missing(visitor));
            case "order" ->
                    number(second)
                            .flatMap(n -> order(n, visitor))
                            .orElseGet(() -> missing(visitor));
            case String _ when path.size() > 1 -> missing(visitor);
            case "catalogue" -> plain("catalogue", "Catalogue", visitor);
            case "search" -> search(request.query().getOrDefault("q", "").strip(), visitor);
            case "basket" -> basket(visitor);
            case "checkout" -> checkout(visitor);
            case "login" ->
                    name(visitor).isEmpty()
                            ? plain("login", "Log in", visitor)
                            : Answer.redirect(Answer.Kind.PAGE, "/account");
            case "account" ->
                    name(visitor).isEmpty()
                            ? Answer.redirect(Answer.Kind.PAGE, "/login")
                            : page(
                                    "account",
                                    "Your account",
                                    Map.of("name", name(visitor)),
                                    visitor);
            case "terms" -> plain("terms", "Terms and returns", visitor);
            case "card-field" -> Answer.page(200, fill("card-field", Map.of()));
            default -> missing(visitor);
        };
    }

    /// A page that only says something.
    Answer message(int status, Optional<Visitor> visitor, String heading, String text) {
        String content = fill("message", Map.of("heading", heading, "text", text));
        return layout(status, "message", heading, "", content, visitor);
    }

    private Answer missing(Optional<Visitor> visitor) {
        return message(404, visitor, "Lost at sea", "There is no page at this address.");
    }

    private Answer home(Optional<Visitor> visitor) {
        List<Product> landed =
                List.of(4, 1, 6, 13).stream().flatMap(id -> product(id).stream()).toList();
        return page("home", "Made for weather", Map.of("cards", cards(landed)), visitor);
    }

    private Answer product(Product product, Optional<Visitor> visitor) {
        var values = new HashMap<>(described(product));
        values.put("category", product.category());
        values.put("stock", String.valueOf(product.stock()));
        values.put(
                "cards",
                cards(
                        products.stream()
                                .filter(other -> other.category().equals(product.category()))
                                .filter(Predicate.not(product::equals))
                                .limit(SHELF)
                                .toList()));
        return page("product", product.name(), values, visitor);
    }

    private Answer search(String query, Optional<Visitor> visitor) {
        List<Product> found =
                products.stream()
                        .filter(p -> Arrays.stream(query.split("\\s+", -1)).allMatch(p::matches))
                        .toList();
        String summary =
                switch (found.size()) {
                    case 0 -> "Nothing here answers to “" + query + "”.";
                    case 1 -> "One thing for “" + query + "”.";
                    default -> found.size() + " things for “" + query + "”.";
                };
        Map<String, String> values = Map.of("summary", summary, "cards", cards(found));
        return layout(200, "search", "Search", query, fill("search", values), visitor);
    }

    private Answer basket(Optional<Visitor> visitor) {
        Basket basket = basketOf(visitor);
        if (basket.isEmpty()) {
            return plain("basket-empty", "Your basket", visitor);
        }
        Map<String, String> values =
                Map.of(
                        "lines",
                        lines("basket-line", basket),
                        "total",
                        Product.pounds(basket.pence()));
        return page("basket", "Your basket", values, visitor);
    }

    private Answer checkout(Optional<Visitor> visitor) {
        Basket basket = basketOf(visitor);
        if (basket.isEmpty()) {
            return plain("basket-empty", "Check out", visitor);
        }
        Map<String, String> values =
                Map.of(
                        "lines",
                        lines("checkout-line", basket),
                        "total",
                        Product.pounds(basket.pence()));
        return page("checkout", "Check out", values, visitor);
    }

    private Optional<Answer> order(int number, Optional<Visitor> visitor) {
        return ledger.order(number)
                .filter(order -> visitor.map(Visitor::id).equals(Optional.of(order.visitor())))
                .map(order -> confirmation(order, visitor));
    }

    private Answer confirmation(Order order, Optional<Visitor> visitor) {
        int count = order.basket().count();
        Map<String, String> values =
                Map.of(
                        "name", order.name(),
                        "email", order.email(),
                        "number", String.valueOf(order.number()),
                        "quantity", count == 1 ? "One thing" : count + " things",
                        "total", Product.pounds(order.basket().pence()),
                        "delivery",
                                order.delivery().equals("collect")
                                        ? "to collect"
                                        : order.delivery() + " delivery");
        return page("confirmation", "Thank you", values, visitor);
    }

    private String lines(String template, Basket basket) {
        return basket.lines().entrySet().stream()
                .map(line -> {
                    Product product = line.getKey();
                    var values = new HashMap<>(described(product));
                    values.put("quantity", String.valueOf(line.getValue()));
                    values.put("price", Product.pounds(product.pence() * line.getValue()));
                    return fill(template, values);
                })
                .collect(Collectors.joining());
    }

    private String cards(List<Product> shown) {
        return shown.stream().map(p -> fill("card", described(p))).collect(Collectors.joining());
    }

    private static Map<String, String> described(Product product) {
        return Map.of(
                "id", String.valueOf(product.id()),
                "name", product.name(),
                "line", product.line(),
                "price", product.price());
    }

    private Answer plain(String name, String title, Optional<Visitor> visitor) {
        return page(name, title, Map.of(), visitor);
    }

    private Answer page(
            String name, String title, Map<String, String> values, Optional<Visitor> visitor) {
        return layout(200, name, title, "", fill(name, values), visitor);
    }

    private Answer layout(
            int status,
            String page,
            String title,
            String query,
            String content,
            Optional<Visitor> visitor) {
        String name = name(visitor);
        return Answer.page(
                status,
                fill(
                        "layout",
                        Map.of(
                                "title", title,
                                "page", page,
                                "query", query,
                                "visitor", name.isEmpty() ? "Log in" : name,
                                "count", String.valueOf(basketOf(visitor).count()),
                                "content", content)));
    }

    private String fill(String name, Map<String, String> values) {
        Template template = templates.get(name);
        if (template == null) {
            throw new IllegalArgumentException("no template " + name);
        }
        return template.fill(values);
    }

    private Optional<Product> product(int id) {
        return products.stream().filter(product -> product.id() == id).findFirst();
    }

    private static Basket basketOf(Optional<Visitor> visitor) {
        return visitor.map(Visitor::basket).orElse(new Basket(Map.of()));
    }

    private static String name(Optional<Visitor> visitor) {
        return visitor.map(Visitor::name).orElse("");
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}

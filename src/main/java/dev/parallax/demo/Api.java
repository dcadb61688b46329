package dev.parallax.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The shop's JSON, below `/api`:
///
/// | request | answer |
/// |---|---|
/// | `GET products` | `{"products": […]}` |
/// | `GET products/17` | one product, or 404 |
/// | `GET promotion` | `{"text": …}` |
/// | `POST login` `{"email", "password"}` | `{"token", "name"}` and a cookie, or 401 |
/// | `GET basket` | `{"count", "pence", "total", "lines"}` |
/// | `POST basket` `{"productId", "quantity"}` | the basket; `quantity` is 1 unless given |
/// | `DELETE basket/17` | the basket |
/// | `POST orders` `{"name", "address", "country", …}` | 201 `{"number", "pence", "total"}`; 409 if the basket is empty |
/// | `GET orders/100001` | the order, for who made it |
///
/// A visitor is known by the cookie `visitor` or by `Authorization: Bearer <token>`. Whatever goes
/// wrong is told as `{"problem": …}`.
final class Api {
    static final String DEMO_EMAIL = "robin@saltmarsh.example";
    static final String DEMO_PASSWORD = "spring-tide";
    private static final String DEMO_NAME = "Robin";
    private static final int MOST_AT_ONCE = 99;
    private static final Set<String> DELIVERIES = Set.of("standard", "express", "collect");

    private final JsonMapper json = JsonMapper.shared();
    private final List<Product> products;
    private final Ledger ledger;

    Api(List<Product> products, Ledger ledger) {
        this.products = products;
        this.ledger = ledger;
    }

    /// @param path what follows `/api`
    Answer answer(Request request, List<String> path, Optional<Visitor> visitor) {
        String second = path.size() > 1 ? path.get(1) : "";
        String first = path.isEmpty() || path.size() > 2 ? "" : path.getFirst();
        String route = request.method() + " " + first + (second.isEmpty() ? "" : "/");
        try {
            return switch (route) {
                case "GET products" -> shelf();
                case "GET products/" ->
                        product(second).map(this::one).orElseGet(() -> unknown("product"));
                case "GET promotion" -> promotion();
                case "GET basket" ->
                        basket(visitor.map(Visitor::basket).orElse(new Basket(Map.of())));
                case "POST basket" -> add(body(request), visitor);
                case "DELETE basket/" -> remove(second, visitor);
                case "POST login" -> login(body(request), visitor);
                case "POST orders" -> order(body(request), visitor);
                case "GET orders/" -> order(second, visitor);
                default -> problem(404, "there is no " + route.strip() + " here");
            };
        } catch (JacksonException e) {
            return problem(400, "the body is not JSON: " + e.getOriginalMessage());
        }
    }

    private Answer shelf() {
        ObjectNode all = json.createObjectNode();
        var list = all.putArray("products");
        products.forEach(product -> list.add(node(product)));
        return Answer.json(Answer.Kind.CATALOGUE, 200, all.toString());
    }

    private Answer one(Product product) {
        return Answer.json(200, node(product).toString());
    }

    private Answer promotion() {
        return Answer.json(
                200,
                json.createObjectNode()
                        .put("text", "This week: a bar of sea salt soap with every blanket.")
                        .toString());
    }

    private Answer login(JsonNode body, Optional<Visitor> known) {
        boolean right =
                body.path("email").asString("").equals(DEMO_EMAIL)
                        && body.path("password").asString("").equals(DEMO_PASSWORD);
        if (!right) {
            return problem(401, "That email and password do not belong together.");
        }
        Visitor visitor = known.orElseGet(ledger::newVisitor);
        visitor.logIn(DEMO_NAME);
        String answer =
                json.createObjectNode()
                        .put("token", visitor.id())
                        .put("name", DEMO_NAME)
                        .toString();
        return remembered(Answer.json(200, answer), visitor);
    }

    private Answer add(JsonNode body, Optional<Visitor> known) {
        Optional<Product> product = product(body.path("productId").asString(""));
        int quantity = body.path("quantity").asInt(1);
        if (product.isEmpty()) {
            return unknown("product");
        }
        if (quantity < 1 || quantity > MOST_AT_ONCE) {
            return problem(400, "quantity is not within 1 and " + MOST_AT_ONCE);
        }
        Visitor visitor = known.orElseGet(ledger::newVisitor);
        visitor.add(product.get(), quantity);
        return remembered(basket(visitor.basket()), visitor);
    }

    private Answer remove(String id, Optional<Visitor> known) {
        Optional<Product> product = product(id);
        if (product.isEmpty() || known.isEmpty()) {
            return unknown("product");
        }
        known.get().remove(product.get());
        return basket(known.get().basket());
    }

    private Answer order(JsonNode body, Optional<Visitor> known) {
        for (String field : List.of("name", "address", "country")) {
            if (body.path(field).asString("").isBlank()) {
                return problem(400, "Please give your " + field + ".");
            }
        }
        String delivery = body.path("delivery").asString("standard");
        if (!DELIVERIES.contains(delivery)) {
            return problem(400, "delivery is none of standard, express, collect");
        }
        Optional<Basket> basket = known.map(Visitor::emptyBasket).filter(b -> !b.isEmpty());
        if (basket.isEmpty()) {
            return problem(409, "Your basket is empty.");
        }
        Order order =
                ledger.order(
                        known.get(),
                        body.path("name").asString(""),
                        body.path("email").asString("the desk"),
                        delivery,
                        basket.get());
        return Answer.json(201, node(order).toString())
                .with("Location", "/api/orders/" + order.number());
    }

    private Answer order(String number, Optional<Visitor> known) {
        return known.filter(_ -> number.matches("\\d{1,9}"))
                .flatMap(_ -> ledger.order(Integer.parseInt(number)))
                .filter(order -> order.visitor().equals(known.get().id()))
                .map(order -> Answer.json(200, node(order).toString()))
                .orElseGet(() -> unknown("order"));
    }

    private Answer basket(Basket basket) {
        ObjectNode node =
                json.createObjectNode()
                        .put("count", basket.count())
                        .put("pence", basket.pence())
                        .put("total", Product.pounds(basket.pence()));
        var lines = node.putArray("lines");
        basket.lines()
                .forEach((product, quantity) ->
                        lines.addObject()
                                .put("productId", product.id())
                                .put("name", product.name())
                                .put("quantity", quantity));
        return Answer.json(200, node.toString());
    }

    private ObjectNode node(Product product) {
        return json.createObjectNode()
                .put("id", product.id())
                .put("name", product.name())
                .put("category", product.category())
                .put("pence", product.pence())
                .put("price", product.price())
                .put("stock", product.stock())
                .put("line", product.line())
                .put("image", product.image());
    }

    private ObjectNode node(Order order) {
        return json.createObjectNode()
                .put("number", order.number())
                .put("pence", order.basket().pence())
                .put("total", Product.pounds(order.basket().pence()));
    }

    private Optional<Product> product(String id) {
        return products.stream()
                .filter(product -> String.valueOf(product.id()).equals(id))
                .findFirst();
    }

    private JsonNode body(Request request) {
        return json.readTree(request.body());
    }

    private static Answer remembered(Answer answer, Visitor visitor) {
        return answer.with(
                "Set-Cookie", "visitor=" + visitor.id() + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private Answer unknown(String what) {
        return problem(404, "there is no such " + what);
    }

    private Answer problem(int status, String text) {
        return Answer.json(status, json.createObjectNode().put("problem", text).toString());
    }
}

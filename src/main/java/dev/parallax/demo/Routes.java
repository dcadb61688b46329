package dev.parallax.demo;

import com.sun.net.httpserver.Headers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Finds the answer to a request, by method and path.
final class Routes implements Function<Request, Answer> {
    private static final List<String> STATIC =
            List.of(
                    "site.css",
                    "card-field.css",
                    "site.js",
                    "catalogue.js",
                    "quantity-stepper.js",
                    "product.js",
                    "basket.js",
                    "checkout.js",
                    "card-field.js",
                    "login.js");

    private final Ledger ledger;
    private final Pages pages;
    private final Api api;
    private final Map<String, Answer> files;
    private final CompletableFuture<byte[]> hero = Hero.PNG;

    private Routes(Ledger ledger, Pages pages, Api api, Map<String, Answer> files) {
        this.ledger = ledger;
        this.pages = pages;
        this.api = api;
        this.files = files;
    }

    static Routes ofShop() {
        List<Product> products = Assets.products();
        var ledger = new Ledger();
        return new Routes(
                ledger, new Pages(products, ledger), new Api(products, ledger), files(products));
    }

    @Override
    public Answer apply(Request request) {
        Optional<Visitor> visitor =
                request.bearerToken().or(() -> request.cookie("visitor")).flatMap(ledger::visitor);
        List<String> path = request.segments();
        if (!path.isEmpty() && path.getFirst().equals("api")) {
            return api.answer(request, path.subList(1, path.size()), visitor);
        }
        Optional<Answer> bench = Bench.answer(request, path);
        if (bench.isPresent()) {
            return bench.get();
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return pages.message(405, visitor, "That door is for looking", "Pages are only read.")
                    .with("Allow", "GET, HEAD");
        }
        if (request.path().equals("/img/hero.png")) {
            return Answer.cached(Answer.Kind.HERO, "image/png", hero.join());
        }
        Answer file = files.get(request.path());
        return file != null ? file : pages.answer(request, path, visitor);
    }

    /// Answers once without a visitor, so that the first one does not wait for classes to load: it
    /// may be measured.
    void warmUp() {
        for (String path : List.of("/", "/api/products")) {
            apply(new Request("GET", path, Map.of(), new Headers(), ""));
        }
    }

    private static Map<String, Answer> files(List<Product> products) {
        var files = new HashMap<String, Answer>();
        for (String name : STATIC) {
            String type = name.endsWith(".css") ? "text/css" : "text/javascript";
            files.put(
                    "/static/" + name,
                    Answer.cached(
                            Answer.Kind.ASSET,
                            type + "; charset=utf-8",
                            Assets.bytes("static/" + name)));
        }
        for (Product product : products) {
            files.put(
                    product.image(),
                    Answer.cached(
                            Answer.Kind.PICTURE,
                            "image/svg+xml",
                            Assets.bytes("art/" + product.slug() + ".svg")));
        }
        return files;
    }

    /// Painted once, from the moment the first shop opens, by the time a browser has started.
    private static final class Hero {
        static final CompletableFuture<byte[]> PNG =
                CompletableFuture.supplyAsync(HeroPicture::png, Thread::startVirtualThread);
    }
}

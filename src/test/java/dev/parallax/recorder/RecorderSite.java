package dev.parallax.recorder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A small shop with one of everything that a recorder has to understand.
final class RecorderSite implements AutoCloseable {
    private static final Map<String, String> PAGES =
            Map.of(
                    "/",
                    """
                    <title>Tea &amp; Co | Shop</title><h1>Tea</h1>
                    <div id=banner><button onclick="document.cookie='ok=1';banner.remove()">Accept all</button></div>
                    <script>if (document.cookie.includes('ok=1')) banner.remove()</script>
                    <a href="/product/17">Green tea</a> <a href="/terms" target=_blank>Terms</a>
                    <form action=/search><input name=q aria-label=Search></form>
                    """,
                    "/search",
                    """
                    <title>Search</title><h1>Found</h1><a href="/product/17">Green tea</a>
                    """,
                    "/product/17",
                    """
                    <title>Green tea</title><h1>Green tea</h1>
                    <button data-testid=buy onclick="setTimeout(() => location='/checkout', 150)">Buy now</button>
                    """,
                    "/checkout",
                    """
                    <title>Checkout</title><form action=/done method=post>
                    <label>Name <input name=n></label>
                    <label>Password <input name=p type=password></label>
                    <label><input type=checkbox name=gift> Gift wrap</label>
                    <label for=news>News</label><input type=checkbox id=news>
                    <label><input type=radio name=pay value=card> Card</label>
                    <label><input type=radio name=pay value=cash> Cash</label>
                    <label>Country <select name=c><option value=de>Germany<option value=fr>France</select></label>
                    <textarea aria-label=Note></textarea>
                    <iframe id=extra src="/frame" title=extra></iframe>
                    <custom-tip></custom-tip>
                    <p id=state></p>
                    <button>Pay</button></form>
                    <script>
                    customElements.define('custom-tip', class extends HTMLElement { constructor() { super();
                      this.attachShadow({mode: 'open'}).innerHTML = '<button type=button>Tip</button>';
                      this.shadowRoot.firstChild.onclick = () => state.textContent = 'tipped'; } });
                    </script>
                    """,
                    "/frame",
                    "<title>f</title><label>Coupon <input name=k></label>",
                    "/terms",
                    "<title>Terms</title><h1>Terms</h1><button onclick=\"window.close()\">Understood</button>",
                    "/done",
                    "<title>Thanks</title><h1>Thank you</h1>");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> posted = new CopyOnWriteArrayList<>();

    RecorderSite() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(new String(body, StandardCharsets.UTF_8));
            }
            String page = PAGES.get(exchange.getRequestURI().getPath());
            byte[] html =
                    ("<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>" + page)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page == null ? 404 : 200, html.length);
            exchange.getResponseBody().write(html);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// The forms sent so far.
    List<String> posted() {
        return posted;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

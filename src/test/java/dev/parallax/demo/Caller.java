package dev.parallax.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks a shop over a real socket.
final class Caller implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final URI shop;
    private final Duration patience;
    private String name = "Accept";
    private String value = "*/*";

    Caller(URI shop) {
        this(shop, Duration.ofSeconds(20));
    }

    Caller(URI shop, Duration patience) {
        this.shop = shop;
        this.patience = patience;
    }

    void authorise(String token) {
        name = "Authorization";
        value = "Bearer " + token;
    }

    void cookie(String cookie) {
        name = "Cookie";
        value = cookie;
    }

    HttpResponse<String> get(String path) {
        return sent("GET", path, "");
    }

    HttpResponse<String> head(String path) {
        return sent("HEAD", path, "");
    }

    HttpResponse<String> post(String path, String body) {
        return sent("POST", path, body);
    }

    String header(String path, String header) {
        return get(path).headers().firstValue(header).orElse("");
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(shop + path.substring(1)))
                        .method(method, BodyPublishers.ofString(body))
                        .header(name, value)
                        .timeout(patience)
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> sent(String method, String path, String body) {
        try {
            return send(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

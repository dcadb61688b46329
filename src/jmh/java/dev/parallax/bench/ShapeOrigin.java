package dev.parallax.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// The far side of a shaped transfer: `/bytes/N` answers with so many bytes, `/page` with a page of
/// half a megabyte in a dozen files. HTTP/1.1 with connections kept open.
final class ShapeOrigin implements AutoCloseable {
    private static final String HERO =
            "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='500'>"
                    + "<rect width='900' height='500' fill='teal'/><!--";
    private static final String TILE =
            "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'>"
                    + "<rect width='90' height='90' fill='navy'/><!--";
    private static final Map<String, Integer> PARTS =
            Map.of("/style.css", 30_000, "/script.js", 80_000, "/hero.svg", 150_000);

    private final ServerSocket server;

    ShapeOrigin(ServerSocket server) {
        this.server = server;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String path = line.split(" ", -1)[1];
                while (!in.readLine().isEmpty()) {
                    // headers do not matter here
                }
                answer(client.getOutputStream(), path);
            }
        } catch (IOException _) {
            // the client has what it wanted
        }
    }

    private static void answer(OutputStream out, String path) throws IOException {
        byte[] body = body(path);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nCache-Control: no-store\r\nContent-Length: %d\r\n\r\n"
                        .formatted(type(path), body.length);
        byte[] all =
                Arrays.copyOf(
                        head.getBytes(StandardCharsets.US_ASCII), head.length() + body.length);
        System.arraycopy(body, 0, all, head.length(), body.length);
        out.write(all);
        out.flush();
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            default -> "text/html";
        };
    }

    private static byte[] body(String path) {
        if (path.startsWith("/bytes/")) {
            return padded("<!--", Integer.parseInt(path.substring(7)), "");
        }
        if (path.equals("/page")) {
            var tiles = new StringBuilder();
            for (int tile = 0; tile < 8; tile++) {
                tiles.append("<img width=90 height=90 src=/tile").append(tile).append(".svg>");
            }
            String start =
                    "<!doctype html><link rel=icon href='data:,'><link rel=stylesheet"
                            + " href=/style.css><script src=/script.js></script><h1>A page</h1><img"
                            + " width=900 height=500 src=/hero.svg>"
                            + tiles
                            + "<!--";
            return padded(start, 15_000, "-->");
        }
        if (path.startsWith("/tile")) {
            return padded(TILE, 20_000, "--></svg>");
        }
        return switch (path) {
            case "/hero.svg" -> padded(HERO, PARTS.get(path), "--></svg>");
            case "/style.css", "/script.js" -> padded("/*", PARTS.get(path), "*/");
            default -> new byte[0];
        };
    }

    private static byte[] padded(String start, int length, String end) {
        return (start + "x".repeat(length - start.length() - end.length()) + end)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

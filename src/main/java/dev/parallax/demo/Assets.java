package dev.parallax.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The files of `assets/shop`, as the build packs them beside this class.
final class Assets {

    private Assets() {}

    /// @param path below `assets/shop`: `static/site.css`
    static byte[] bytes(String path) {
        try (InputStream in = Assets.class.getResourceAsStream("shop/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the build left out assets/shop/" + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read assets/shop/" + path, e);
        }
    }

    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /// All goods, ordered by number.
    static List<Product> products() {
        return text("products.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Assets::product)
                .toList();
    }

    private static Product product(String line) {
        String[] cells = line.split("\t", -1);
        return new Product(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                cells[3],
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5]),
                cells[6]);
    }
}

package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/product/*|/product/:slug|https://a.example/product/red-shoe?x=1|/product/:slug",
                "/product/*|/product/:slug|/product/red/shoe|/product/red/shoe",
                "/product/:slug|''|/product/red-shoe/|/product/:slug",
                "/product/*|''|/product/red-shoe|/product/:any",
                "/shop/*/item/*|/shop/*/item/:id|/shop/17/item/x|/shop/17/item/:id",
                "/old/**|/new/**|/old/a/17|/new/a/:id",
                "/old/**|/new/**|/old|/new",
                "/old/**|/gone|/old/a/b/c|/gone",
                "/**|/all|/|/all",
                "/|/home|https://a.example|/home",
                "/item/17|/item/special|/item/17|/item/special",
                "/item/17|/item/special|/item/18|/item/:id"
            })
    void appliesARule(String pattern, String template, String url, String page) {
        var rules = new PageRules(List.of(PageRule.of(pattern, template)));
        assertThat(rules.of(url).path()).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({
        "product,/x",
        "/a?b,/x",
        "/a*,/x",
        "/**/a,/x",
        "/a/*,/b*",
        "/a/*,/*/b",
        "/a/*,/a/**",
        "/a/b,/a/*"
    })
    void refusesWhatMeansNothing(String pattern, String template) {
        assertThatThrownBy(() -> PageRule.of(pattern, template))
                .hasMessageContaining("write for example /product/* and /product/:slug")
                .hasMessageEndingWith("[page-rule-unusable]");
    }

    @Test
    void takesTheFirstThatFits() {
        PageRule slug = PageRule.of("/shop/*", "/shop/:slug");
        PageRule cart = PageRule.of("/shop/cart", "/shop/cart");
        PageRules rules = PageRules.BUILT_IN.with(slug, Integer.MAX_VALUE).with(cart, 1);
        assertThat(rules.manual()).containsExactly(cart, slug);
        assertThat(rules.test("/shop/cart").rule()).isEqualTo(Optional.of(cart));
        assertThat(rules.of("/shop/shoe").path()).isEqualTo("/shop/:slug");
        assertThat(rules.test("/other").rule()).isEmpty();
        assertThat(rules.without("/shop/cart").of("/shop/cart").path()).isEqualTo("/shop/:slug");
        assertThatThrownBy(() -> rules.with(slug, 1)).hasMessageEndingWith("[page-rule-twice]");
        assertThatThrownBy(() -> rules.without("/x"))
                .hasMessageContaining("/shop/cart, /shop/*")
                .hasMessageEndingWith("[page-rule-missing]");
    }

    @Test
    void noUrlBreaksARule() {
        var random = new Random(3);
        String letters = "/*:a1?#.%";
        for (int i = 0; i < 50_000; i++) {
            String url = text(random, letters);
            try {
                PageRule rule = PageRule.of(text(random, letters), text(random, letters));
                assertThat(new PageRules(List.of(rule)).of(url).path()).startsWith("/");
                assertThat(PageRule.of(rule.pattern(), rule.template())).isEqualTo(rule);
            } catch (ProblemException refused) {
                assertThat(refused.problem().code()).isEqualTo("page-rule-unusable");
            }
        }
    }

    private static String text(Random random, String letters) {
        var text = new StringBuilder("/");
        for (int k = random.nextInt(8); k > 0; k--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void suggestsWhatLooksLikeNamesOfItems() {
        var suggestions = new PageSuggestions(PageRules.BUILT_IN);
        for (int i = 0; i < 40; i++) {
            suggestions.add("/de/blog/2026/11/22/post-" + (char) ('a' + i % 26) + i + "x", 10 + i);
            suggestions.add("/product/" + i + "/variant-" + i + "-x", 3);
            suggestions.add("/shop/item-" + i, 2);
            suggestions.add("/shop/item-" + i + "/reviews", 1);
            suggestions.add("/about-" + i, 1);
            suggestions.add("/help/" + i % 19 + "x", 1);
        }
        assertThat(suggestions.list())
                .extracting(
                        suggestion -> suggestion.rule().pattern(),
                        suggestion -> suggestion.rule().template(),
                        PageSuggestion::paths,
                        PageSuggestion::views)
                .containsExactly(
                        tuple("/*/blog/*/*/*/*", "/:locale/blog/:date/:slug", 40, 1180L),
                        tuple("/product/*/*", "/product/:id/:slug", 40, 120L),
                        tuple("/shop/*", "/shop/:slug", 40, 80L),
                        tuple("/shop/*/reviews", "/shop/:slug/reviews", 40, 40L));
        PageSuggestion blog = suggestions.list().getFirst();
        assertThat(blog.examples()).hasSize(5).first().isEqualTo("/de/blog/2026/11/22/post-n39x");
        var rules = new PageRules(List.of(blog.rule()));
        assertThat(rules.of(blog.examples().getFirst()).path())
                .isEqualTo("/:locale/blog/:date/:slug");
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @ParameterizedTest
    @CsvSource({"/shop/,19,0", "/shop/,20,1", "/,99,0", "/,100,1"})
    void suggestsFromSoManyDifferentTextsOn(String place, int texts, int suggested) {
        var suggestions = new PageSuggestions(PageRules.BUILT_IN);
        for (int i = 0; i < texts; i++) {
            suggestions.add(place + "item-" + (char) ('a' + i / 26) + (char) ('a' + i % 26), 1);
        }
        assertThat(suggestions.list()).hasSize(suggested);
    }

    @Test
    void suggestsNothingThatARuleDoesAlready() {
        var suggestions =
                new PageSuggestions(new PageRules(List.of(PageRule.of("/shop/*", "/shop/:slug"))));
        for (int i = 0; i < 40; i++) {
            suggestions.add("/shop/item-" + i, 2);
        }
        assertThat(suggestions.list()).isEmpty();
    }
}

package dev.parallax.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class BlockListTest {
    private static boolean blocks(String rule, String url) {
        return new BlockList(List.of(rule)).blocks(url);
    }

    @Test
    void aHostIsBlockedWithAllHostsBelowIt() {
        assertThat(blocks("ads.example", "https://ads.example/a.js")).isTrue();
        assertThat(blocks("ads.example", "http://EU.Ads.example:8080/")).isTrue();
        assertThat(blocks("ads.example", "https://badads.example/")).isFalse();
        assertThat(blocks("ads.example", "https://shop.example/?to=ads.example")).isFalse();
    }

    @Test
    void anAddressThatJavaRefusesIsTakenApartByHand() {
        assertThat(blocks("ads.example", "https://a@ads.example:443/x?a|b")).isTrue();
        assertThat(blocks("ads.example", "data:text/plain,ads.example|")).isFalse();
    }

    @Test
    void aPatternHoldsForTheWholeAddress() {
        assertThat(blocks("*://*/gtm/*.js", "https://cdn.example/gtm/a.js")).isTrue();
        assertThat(blocks("*://*/gtm/*.js", "https://cdn.example/gtm/a.js?v=1")).isFalse();
        assertThat(blocks("*/pixel", "https://a.example/b/PIXEL")).isTrue();
    }

    @Test
    void whatIsNoRuleIsRefusedByName() {
        assertThat(List.of("", "*", "*/*", "two words", "http://a b/", "ads..example"))
                .noneMatch(BlockList::isRule);
        assertThatThrownBy(() -> new BlockList(List.of("a.example", "two words")))
                .hasMessageContaining("two words");
    }

    @Test
    void manyStarsTakeNoLongerThanOne() {
        String rule = "*/" + "a*".repeat(200) + "b";
        String url = "https://a.example/" + "a".repeat(50_000);

        assertThat(blocks(rule, url)).isFalse();
    }

    @RepeatedTest(200)
    void aRuleMadeOfAnAddressWithPartsLeftOutBlocksIt(RepetitionInfo repetition) {
        var dice = new Random(repetition.getCurrentRepetition());
        var url = new StringBuilder("https://shop.example/");
        for (int i = dice.nextInt(30); i > 0; i--) {
            url.append("ab/?=.-".charAt(dice.nextInt(7)));
        }
        var rule = new StringBuilder("https:/");
        for (int i = rule.length(); i < url.length(); i++) {
            if (dice.nextInt(4) == 0) {
                rule.append('*');
                i += dice.nextInt(3);
            }
            if (i < url.length()) {
                rule.append(url.charAt(i));
            }
        }

        assertThat(blocks(rule.toString(), url.toString())).as(rule + " for " + url).isTrue();
    }
}

package dev.parallax.ui.realusers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.RatingShares;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class AggregatesViewTest {

    @Test
    void aBinThatEndsAtTheLimitGivesOneShare() {
        RatingShares shares = shares(bin(0, 2500, 0.79), bin(2500, 4000, 0.13), open(4000, 0.08));
        assertThat(AggregatesView.words(shares.good())).isEqualTo(percent("79.0"));
        assertThat(AggregatesView.words(shares.poor())).isEqualTo(percent("8.0"));
    }

    @Test
    void aBinAcrossTheLimitGivesBounds() {
        RatingShares shares = shares(bin(0, 2000, 0.75), bin(2000, 3000, 0.125), open(3000, 0.125));
        assertThat(AggregatesView.words(shares.good()))
                .isEqualTo("%s \u2013 %s".formatted(decimal("75.0"), percent("87.5")));
    }

    @Test
    void saysWhosePageViewsTheyAre() {
        assertThat(AggregatesView.users(key("PHONE", "4G", ""))).isEqualTo("phone, 4G");
        assertThat(AggregatesView.users(key("", "", ""))).isEqualTo("all");
    }

    @Test
    void amountsAreOfWhatThereIs() {
        assertThat(Amounts.of(Dataset.Kind.AGGREGATES, 2)).isEqualTo("2 distributions");
        assertThat(Amounts.of(Dataset.Kind.AGGREGATES, 1)).isEqualTo("one distribution");
        assertThat(Amounts.of(Dataset.Kind.PAGE_VIEWS, 0)).isEqualTo("no page views");
    }

    private static String decimal(String number) {
        // as written where the tests run
        return String.format(
                Locale.getDefault(Locale.Category.FORMAT), "%.1f", Double.valueOf(number));
    }

    private static String percent(String number) {
        return decimal(number) + "\u202f%";
    }

    private static RatingShares shares(Bin... bins) {
        var aggregate =
                new Aggregate(
                        key("", "", ""),
                        Map.of(Metric.LCP, new Binned(List.of(bins), OptionalDouble.empty())),
                        Map.of());
        return AggregatesView.shares(aggregate, Metric.LCP).orElseThrow();
    }

    private static Aggregate.Key key(String device, String connection, String country) {
        return new Aggregate.Key(
                Aggregate.Scope.ORIGIN,
                "https://shop.example",
                device,
                connection,
                country,
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 10, 28));
    }

    private static Bin bin(double start, double end, double share) {
        return new Bin(start, OptionalDouble.of(end), share);
    }

    private static Bin open(double start, double share) {
        return new Bin(start, OptionalDouble.empty(), share);
    }
}

package dev.parallax.importer.crux;

import dev.parallax.importer.crux.Distribution.Whole;
import dev.parallax.importer.crux.Ledger.Place;
import dev.parallax.importer.privacy.Scrubber;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Binned;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One aggregate on its way: what a record has said so far.
final class Draft {
    /// Names of fractions, such as `phone`; longer ones, or more, are junk.
    private static final int MOST_FRACTIONS = 50;

    private static final int LONGEST_NAME = 60;
    private static final double ROUNDING = 0.02;
    private static final String SHARE_OF_SITE = "share_of_site";

    private final Ledger ledger;
    private final Place place;
    private final List<Distribution> distributions = new ArrayList<>();
    private final Map<String, Map<String, Double>> fractions = new TreeMap<>();
    private @Nullable Site site;
    private @Nullable Period period;
    private String formFactor = "";
    private String connection = "";
    private String country = "";

    Draft(Ledger ledger, Place place) {
        this.ledger = ledger;
        this.place = place;
    }

    void site(Optional<Site> found) {
        site = found.orElse(null);
    }

    void period(Optional<Period> found) {
        period = found.orElse(null);
    }

    /// @param text `PHONE`, `phone`; of all form factors it is empty
    void formFactor(String text) {
        String word = word(Dimension.DEVICE, text);
        formFactor = word.equals("all_form_factors") ? "" : word;
    }

    /// @param text `4G`, `slow-2G`
    void connection(String text) {
        connection = word(Dimension.CONNECTION, text);
    }

    /// @param text two letters: `de`
    void country(String text) {
        country = word(Dimension.COUNTRY, text).toUpperCase(Locale.ROOT);
    }

    private String word(Dimension dimension, String text) {
        Scrubber scrubber = ledger.scrubber();
        String word = text.strip();
        return scrubber.value(
                        dimension,
                        word.length() > LONGEST_NAME ? word.substring(0, LONGEST_NAME) : word)
                .toLowerCase(Locale.ROOT);
    }

    void add(Distribution distribution) {
        distributions.add(distribution);
    }

    /// @param share of page views; what is no share is passed over
    void fraction(String kind, String name, double share) {
        if (!(share >= 0 && share <= 1)
                || kind.length() > LONGEST_NAME
                || name.length() > LONGEST_NAME
                || (fractions.size() == MOST_FRACTIONS && !fractions.containsKey(kind))) {
            return;
        }
        Scrubber scrubber = ledger.scrubber();
        Map<String, Double> shares =
                fractions.computeIfAbsent(scrubber.text(kind), _ -> new TreeMap<>());
        if (shares.size() < MOST_FRACTIONS) {
            shares.put(scrubber.text(name), share);
        }
    }

    /// Hands on the aggregate, or says why it is none.
    ///
    /// @param tables what the shares of tables are of; answers say it of the record
    void finish(Whole tables) {
        if (site == null) {
            ledger.reject(Ledger.NO_SITE, place);
        } else if (period == null) {
            ledger.reject(Ledger.NO_PERIOD, place);
        } else if (distributions.isEmpty()) {
            ledger.reject(Ledger.NO_METRIC, place);
        } else {
            finish(site, period, tables);
        }
    }

    private void finish(Site of, Period days, Whole whole) {
        var metrics = new EnumMap<Metric, Binned>(Metric.class);
        boolean isFaulty = false;
        for (Distribution distribution : distributions) {
            Optional<Binned> binned = distribution.finish(whole);
            binned.ifPresent(found -> metrics.putIfAbsent(distribution.metric(), found));
            if (distribution.fault() != null) {
                isFaulty = true;
                ledger.ignore(distribution.metric(), distribution.fault(), place);
            }
            double total = distribution.total();
            if (binned.isPresent() && whole == Whole.SITE && total > 0) {
                fraction(SHARE_OF_SITE, distribution.metric().key(), Math.min(1, total));
            } else if (binned.isPresent() && total > 0 && total < 1 - ROUNDING) {
                ledger.warn(
                        "Some shares of %s do not add up to 1; what is missing can be good or poor."
                                .formatted(distribution.metric().shortName()));
            }
        }
        if (metrics.isEmpty()) {
            if (isFaulty) {
                ledger.reject(Ledger.NO_METRIC, place);
            } else {
                ledger.filter(Ledger.NO_FIGURES, place);
            }
            return;
        }
        ledger.take(
                new Aggregate(
                        new Aggregate.Key(
                                of.scope(),
                                of.text(),
                                formFactor,
                                connection,
                                country,
                                days.first(),
                                days.last()),
                        metrics,
                        fractions),
                place);
    }
}

package dev.parallax.importer.crux;

import dev.parallax.importer.crux.Distribution.Whole;
import dev.parallax.importer.crux.Ledger.Place;
import dev.parallax.metric.Metric;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads answers of the API: of `queryRecord`, one distribution for each metric; of
/// `queryHistoryRecord`, one for each metric and period, side by side in arrays.
final class Answers {
    private final Ledger ledger;

    Answers(Ledger ledger) {
        this.ledger = ledger;
    }

    void read(JsonNode answer, Place place) {
        JsonNode content = answer.path("record");
        JsonNode periods = content.path("collectionPeriods");
        if (!periods.isArray()) {
            Draft draft = draft(content, place);
            draft.period(Period.of(content.path("collectionPeriod")));
            content.path("metrics")
                    .properties()
                    .forEach(member -> one(draft, member.getKey(), member.getValue()));
            draft.finish(Whole.RECORD);
            return;
        }
        for (int i = 0; i < periods.size(); i++) {
            int at = i;
            Draft draft = draft(content, place);
            draft.period(Period.of(periods.path(i)));
            content.path("metrics")
                    .properties()
                    .forEach(member -> series(draft, member.getKey(), member.getValue(), at));
            draft.finish(Whole.RECORD);
        }
    }

    private Draft draft(JsonNode content, Place place) {
        JsonNode key = content.path("key");
        var draft = new Draft(ledger, place);
        String url = key.path("url").asString("");
        draft.site(
                url.isEmpty()
                        ? Site.origin(key.path("origin").asString(""), ledger.scrubber())
                        : Site.url(url, ledger.scrubber()));
        draft.formFactor(key.path("formFactor").asString(""));
        draft.connection(key.path("effectiveConnectionType").asString(""));
        return draft;
    }

    private void one(Draft draft, String name, JsonNode metric) {
        metric.path("fractions")
                .properties()
                .forEach(share ->
                        draft.fraction(name, share.getKey(), Figures.of(share.getValue())));
        Optional<Metric> known = known(name, metric);
        if (known.isEmpty()) {
            return;
        }
        var distribution = new Distribution(known.get());
        for (JsonNode bin : metric.path("histogram")) {
            distribution.bin(
                    Figures.of(bin.path("start")),
                    Figures.of(bin.path("end")),
                    Figures.of(bin.path("density")));
        }
        distribution.p75(Figures.of(metric.path("percentiles").path("p75")));
        draft.add(distribution);
    }

    private void series(Draft draft, String name, JsonNode metric, int at) {
        metric.path("fractionTimeseries")
                .properties()
                .forEach(share ->
                        draft.fraction(
                                name,
                                share.getKey(),
                                Figures.of(element(share.getValue().path("fractions"), at))));
        Optional<Metric> known = known(name, metric);
        if (known.isEmpty()) {
            return;
        }
        var distribution = new Distribution(known.get());
        for (JsonNode bin : metric.path("histogramTimeseries")) {
            distribution.bin(
                    Figures.of(bin.path("start")),
                    Figures.of(bin.path("end")),
                    Figures.of(element(bin.path("densities"), at)));
        }
        distribution.p75(
                Figures.of(element(metric.path("percentilesTimeseries").path("p75s"), at)));
        draft.add(distribution);
    }

    /// Arrays that are too short end with nothing.
    private static JsonNode element(JsonNode array, int at) {
        return array.isArray() ? array.path(at) : MissingNode.getInstance();
    }

    private Optional<Metric> known(String name, JsonNode metric) {
        Optional<Metric> known = Names.inAnswer(name);
        boolean isFractions = metric.has("fractions") || metric.has("fractionTimeseries");
        if (known.isEmpty() && !isFractions) {
            ledger.unused(name);
        }
        return known;
    }
}

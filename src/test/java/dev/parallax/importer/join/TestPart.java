package dev.parallax.importer.join;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.QuarantineReason;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A record with texts instead of codes, as tests write it and as page views are compared.
///
/// @param page empty if unknown
/// @param metrics by position in [Metric#all()]
/// @param dimensions by position in [Dimension#all()]
record TestPart(
        long identity,
        long began,
        long version,
        long time,
        long view,
        long session,
        long user,
        String page,
        float weight,
        int exclusion,
        Map<Integer, Value> metrics,
        Map<Integer, String> dimensions) {

    /// @param id [Part#NO_ID] if it has none
    /// @param reason null for a sound value
    record Value(long fixed, long id, @Nullable QuarantineReason reason) {}

    static Dictionaries dictionaries() {
        return new Dictionaries(new Dictionary(), _ -> new Dictionary());
    }

    /// A record of one metric and nothing else.
    static TestPart of(long identity, Metric metric, int value) {
        return new TestPart(
                identity,
                Chunk.NO_TIME,
                Part.NO_VERSION,
                Chunk.NO_TIME,
                identity,
                Chunk.NO_SESSION,
                Part.NO_ID,
                "",
                Part.NO_WEIGHT,
                0,
                Map.of(Metric.all().indexOf(metric), new Value(value, Part.NO_ID, null)),
                Map.of());
    }

    TestPart withTime(long newTime) {
        return new TestPart(
                identity,
                began,
                version,
                newTime,
                view,
                session,
                user,
                page,
                weight,
                exclusion,
                metrics,
                dimensions);
    }

    TestPart withVersion(long newVersion) {
        return new TestPart(
                identity,
                began,
                newVersion,
                time,
                view,
                session,
                user,
                page,
                weight,
                exclusion,
                metrics,
                dimensions);
    }

    TestPart withPage(String newPage) {
        return new TestPart(
                identity,
                began,
                version,
                time,
                view,
                session,
                user,
                newPage,
                weight,
                exclusion,
                metrics,
                dimensions);
    }

    TestPart withBegan(long newBegan) {
        return new TestPart(
                identity,
                newBegan,
                version,
                time,
                view,
                session,
                user,
                page,
                weight,
                exclusion,
                metrics,
                dimensions);
    }

    TestPart withMetric(Metric metric, Value value) {
        var more = new TreeMap<>(metrics);
        more.put(Metric.all().indexOf(metric), value);
        return new TestPart(
                identity,
                began,
                version,
                time,
                view,
                session,
                user,
                page,
                weight,
                exclusion,
                more,
                dimensions);
    }

    void writeTo(Part part, Dictionaries dictionaries) {
        part.clear();
        part.identity = identity;
        part.began = began;
        part.version = version;
        part.time = time;
        part.view = view;
        part.session = session;
        part.user = user;
        part.page = dictionaries.pages().code(page);
        part.weight = weight;
        part.exclusion = exclusion;
        metrics.forEach((metric, value) -> {
            part.metricIds[metric] = value.id;
            if (value.reason == null) {
                part.metrics[metric] = (int) value.fixed;
            } else {
                part.quarantine(metric, value.reason, value.fixed);
            }
        });
        dimensions.forEach((dimension, text) ->
                part.dimensions[dimension] = code(dictionaries, dimension, text));
    }

    private static int code(Dictionaries dictionaries, int dimension, String text) {
        return dictionaries.dimension(Dimension.all().get(dimension)).code(text);
    }

    /// A page view as the join gives it: what only tells its records apart is gone.
    static TestPart read(Part part, Dictionaries dictionaries) {
        var metrics = new TreeMap<Integer, Value>();
        for (int i = 0; i < Part.METRICS; i++) {
            if (part.metrics[i] != Chunk.MISSING) {
                metrics.put(i, new Value(part.metrics[i], Part.NO_ID, null));
            } else if (part.reasons[i] != null) {
                metrics.put(i, new Value(part.quarantined[i], Part.NO_ID, part.reasons[i]));
            }
        }
        var dimensions = new TreeMap<Integer, String>();
        for (int i = 0; i < Part.DIMENSIONS; i++) {
            if (part.dimensions[i] != Dictionary.UNKNOWN) {
                Dimension dimension = Dimension.all().get(i);
                dimensions.put(i, dictionaries.dimension(dimension).text(part.dimensions[i]));
            }
        }
        return new TestPart(
                part.identity,
                Chunk.NO_TIME,
                Part.NO_VERSION,
                part.time,
                part.view,
                part.session,
                part.user,
                dictionaries.pages().text(part.page),
                part.weight,
                part.exclusion,
                metrics,
                dimensions);
    }

    Value metric(Metric metric) {
        return Objects.requireNonNull(metrics.get(Metric.all().indexOf(metric)));
    }
}

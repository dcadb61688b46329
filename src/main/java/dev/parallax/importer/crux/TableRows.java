package dev.parallax.importer.crux;

import dev.parallax.importer.crux.Distribution.Whole;
import dev.parallax.importer.crux.Ledger.Place;
import dev.parallax.metric.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads rows of the tables in BigQuery: summed up ones with `fast_lcp` and `p75_lcp`, raw ones
/// with histograms. Shares are of all page views of the origin, so those of one device or
/// connection add up to its share.
final class TableRows {
    private static final Map<String, String> FORM_FACTORS =
            Map.of("desktopdensity", "desktop", "phonedensity", "phone", "tabletdensity", "tablet");
    private static final Map<String, String> CONNECTIONS =
            Map.of(
                    "_4gdensity", "4G",
                    "_3gdensity", "3G",
                    "_2gdensity", "2G",
                    "slow2gdensity", "slow-2G",
                    "offlinedensity", "offline");
    private static final String NAVIGATION = "navigation_types_";

    private static final Pattern COUNTRY_IN_NAME =
            Pattern.compile("country_([a-z]{2})(?![a-z])", Pattern.CASE_INSENSITIVE);

    private static final Set<String> KEYS =
            Set.of("origin", "url", "device", "country_code", "yyyymm", "date");

    private final Ledger ledger;
    private final Set<String> seen = new HashSet<>();

    TableRows(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Whether columns or members of these names are of such a table.
    static boolean isTable(Set<String> names) {
        return names.contains("origin")
                && Names.IN_TABLES.stream().flatMap(Names.Columns::all).anyMatch(names::contains);
    }

    /// A row in JSON.
    void read(JsonNode row, Place place) {
        var cells = new HashMap<String, String>();
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            JsonNode value = member.getValue();
            String name = member.getKey().toLowerCase(Locale.ROOT);
            if (value.isString()) {
                cells.put(name, value.stringValue());
            } else if (value.isNull()) {
                cells.put(name, "");
            } else {
                nested(name, value, cells);
            }
        }
        List<Distribution> histograms = histograms(row);
        read(cells, histograms, place);
    }

    /// `form_factor.name` is a cell like any other.
    private void nested(String name, JsonNode value, Map<String, String> cells) {
        String inner = value.path("name").asString("");
        if (!inner.isEmpty()) {
            cells.put(name + ".name", inner);
        } else if (Names.HISTOGRAMS.keySet().stream()
                .noneMatch(path -> path.equals(name) || path.startsWith(name + "."))) {
            unused(name);
        }
    }

    private static List<Distribution> histograms(JsonNode row) {
        var found = new ArrayList<Distribution>();
        for (Map.Entry<String, Metric> entry : new TreeMap<>(Names.HISTOGRAMS).entrySet()) {
            JsonNode at = row;
            for (String name : entry.getKey().split("\\.", -1)) {
                at = at.path(name);
            }
            JsonNode bins = at.path("histogram").path("bin");
            if (bins.isArray() && !bins.isEmpty()) {
                var distribution = new Distribution(entry.getValue());
                bins.forEach(bin ->
                        distribution.bin(
                                Figures.of(bin.path("start")),
                                Figures.of(bin.path("end")),
                                Figures.of(bin.path("density"))));
                found.add(distribution);
            }
        }
        return found;
    }

    /// A row of cells by their names, in lower case.
    void read(Map<String, String> cells, Place place) {
        read(cells, List.of(), place);
    }

    private void read(Map<String, String> cells, List<Distribution> histograms, Place place) {
        var draft = new Draft(ledger, place);
        draft.site(Site.origin(cell(cells, "origin"), ledger.scrubber()));
        draft.period(period(cells));
        String device = first(cells, "device", "form_factor.name", "form_factor");
        String connection =
                first(cells, "effective_connection_type.name", "effective_connection_type");
        draft.formFactor(device);
        draft.connection(connection);
        draft.country(country(cells));
        columns(cells, draft);
        histograms.forEach(draft::add);
        cells.forEach((name, text) -> fraction(name, text, draft));
        boolean isPart = !device.isBlank() || !connection.isBlank();
        draft.finish(isPart ? Whole.SITE : Whole.RECORD);
    }

    private void columns(Map<String, String> cells, Draft draft) {
        for (Names.Columns names : Names.IN_TABLES) {
            if (names.all().noneMatch(cells::containsKey)) {
                continue;
            }
            var distribution = new Distribution(names.metric());
            double start = 0;
            for (int i = 0; i < names.shares().size(); i++) {
                double end = end(names.metric(), i);
                distribution.bin(start, end, Figures.of(cell(cells, names.shares().get(i))));
                start = end;
            }
            distribution.p75(Figures.of(cell(cells, names.p75())));
            draft.add(distribution);
        }
    }

    private static double end(Metric metric, int share) {
        return metric.thresholds()
                .map(limits ->
                        switch (share) {
                            case 0 -> limits.good();
                            case 1 -> limits.poor();
                            default -> Figures.MISSING;
                        })
                .orElseThrow();
    }

    private Optional<Period> period(Map<String, String> cells) {
        String month = first(cells, "yyyymm", "date");
        if (!month.isBlank()) {
            return Period.ofMonth(month);
        }
        Optional<Period> inName = Period.inName(ledger.file());
        inName.ifPresent(found ->
                ledger.warn(
                        "The month of %s was taken from its name: %s."
                                .formatted(
                                        ledger.file(), found.first().toString().substring(0, 7))));
        return inName;
    }

    private String country(Map<String, String> cells) {
        String code = cell(cells, "country_code");
        if (!code.isBlank()) {
            return code;
        }
        Matcher inName = COUNTRY_IN_NAME.matcher(ledger.file());
        if (!inName.find()) {
            return "";
        }
        ledger.warn(
                "The country of %s was taken from its name: %s."
                        .formatted(ledger.file(), inName.group(1).toUpperCase(Locale.ROOT)));
        return inName.group(1);
    }

    private void fraction(String name, String text, Draft draft) {
        if (FORM_FACTORS.containsKey(name)) {
            draft.fraction("form_factors", FORM_FACTORS.get(name), Figures.of(text));
        } else if (CONNECTIONS.containsKey(name)) {
            draft.fraction("connections", CONNECTIONS.get(name), Figures.of(text));
        } else if (name.startsWith(NAVIGATION)) {
            draft.fraction(
                    "navigation_types", name.substring(NAVIGATION.length()), Figures.of(text));
        } else if (!KEYS.contains(name)
                && !name.contains("form_factor")
                && !name.contains("effective_connection_type")
                && Names.IN_TABLES.stream().flatMap(Names.Columns::all).noneMatch(name::equals)) {
            unused(name);
        }
    }

    private void unused(String name) {
        if (seen.size() < 1_000 && seen.add(name)) {
            ledger.unused(name);
        }
    }

    private static String cell(Map<String, String> cells, String name) {
        return cells.getOrDefault(name, "");
    }

    private static String first(Map<String, String> cells, String... names) {
        for (String name : names) {
            String text = cell(cells, name);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}

package dev.parallax.report;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the report's script draws, as JSON.
final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportJson() {}

    static String of(Report report) {
        return embeddable(written(report));
    }

    /// JSON that can stand in any element and any encoding: no `<` begins a tag, and half of a
    /// surrogate pair, which UTF-8 cannot hold, is escaped.
    private static String embeddable(String json) {
        var safe = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char one = json.charAt(i);
            boolean isPair =
                    Character.isHighSurrogate(one)
                            && i + 1 < json.length()
                            && Character.isLowSurrogate(json.charAt(i + 1));
            if (isPair) {
                safe.append(one).append(json.charAt(i + 1));
                i++;
            } else if (one == '<' || one == '>' || one == '&' || Character.isSurrogate(one)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", (int) one));
            } else {
                safe.append(one);
            }
        }
        return safe.toString();
    }

    private static String written(Report report) {
        return JSON.writeValueAsString(
                JsonParts.members(
                        "title", report.title(),
                        "made", report.made().toString(),
                        "remarks", report.remarks(),
                        "sections", report.sections().stream().map(ReportJson::section).toList()));
    }

    private static Map<String, @Nullable Object> section(Report.Section section) {
        return switch (section) {
            case Report.LabInField found -> FieldJson.of(found);
            case Report.LabInBins(var comparison) -> BinsJson.of(comparison);
            case Report.TwoRuns(var pair) -> PairJson.of(pair);
            case Report.TwoUsers(var pair) -> PairJson.of(pair);
        };
    }
}

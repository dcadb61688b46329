package dev.parallax.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.rum.Dataset;
import dev.parallax.rum.MadeCertificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A certificate as JSON and as HTML.
final class CertificateReportsTest {
    private static final JsonNode JSON =
            JsonMapper.shared()
                    .readTree(CertificateJson.of(MadeCertificate.of(Dataset.Kind.PAGE_VIEWS)));

    private static JsonNode at(String pointer) {
        return JSON.at(pointer);
    }

    private static void assertNumber(String pointer, double value) {
        assertThat(at(pointer).isNumber()).as(pointer).isTrue();
        assertThat(at(pointer).asDouble()).as(pointer).isEqualTo(value);
    }

    @Test
    void jsonTellsWhatBecameOfEveryRecord() {
        assertThat(at("/dataset").asString()).isEqualTo("field");
        assertThat(at("/made").asString()).isEqualTo("2026-05-01T10:00:00Z");
        assertThat(at("/evidence").asString()).isEqualTo("documentation");
        assertNumber("/recordsRead", 1_374);
        assertNumber("/imported", 1_303);
        assertNumber("/merged", 30);
        assertNumber("/duplicates", 16);
        assertThat(at("/rejected/0/reason").asString()).isEqualTo("too few columns");
        assertNumber("/rejected/0/count", 20);
        assertThat(at("/rejected/0/first").asString()).isEqualTo("march.csv, line 4");
        assertNumber("/rejected/0/firstLine", 4);
        assertNumber("/filtered/0/count", 3);
        assertNumber("/pageViews", 1_291);
        assertNumber("/weight", 2_606.5);
        assertNumber("/excluded/0/count", 12);
    }

    @Test
    void jsonTellsEachImport() {
        assertThat(at("/imports")).hasSize(2);
        assertNumber("/imports/0/import", 7);
        assertThat(at("/imports/0/at").asString()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(at("/imports/1/format").asString()).isEqualTo("crux");
        assertThat(at("/imports/0/evidence").asString()).isEqualTo("sample");
        assertThat(at("/imports/0/files/0/name").asString()).isEqualTo("march.csv");
        assertNumber("/imports/0/files/0/bytes", 5_003);
        assertThat(at("/imports/1/files/0/sha256").asString()).isEqualTo("b2".repeat(32));
        assertNumber("/imports/0/recordsRead", 1_234);
        assertNumber("/imports/0/imported", 1_200);
        assertNumber("/imports/0/merged", 17);
        assertNumber("/imports/0/duplicates", 11);
        assertNumber("/imports/0/rejected", 3);
        assertNumber("/imports/0/filtered", 3);
        assertThat(at("/imports/0/unusedColumns/0").asString()).isEqualTo("colour");
    }

    @Test
    void jsonTellsMetricsWithTheirProof() {
        assertNumber("/metrics/lcp/0/pageViews", 1_100);
        assertThat(at("/metrics/lcp/1/definition").asString()).isEqualTo("differs");
        assertThat(at("/metrics/lcp/0/sourceUnit").asString()).isEqualTo("s");
        assertThat(at("/metrics/lcp/0/proof").asString()).isEqualTo("from the header");
        assertNumber("/metrics/lcp/0/ignored/0/count", 41);
        assertNumber("/quarantine/1/import", 8);
        assertThat(at("/quarantine/1/metric").asString()).isEqualTo("inp");
        assertThat(at("/quarantine/0/reason").asString()).isEqualTo("negative");
        assertNumber("/quarantine/1/count", 43);
        assertNumber("/quarantine/1/restorable", 37);
        assertThat(at("/warnings")).hasSize(2);
        assertThat(at("/suspicions/0").asString()).startsWith("FCP is 0");
    }

    @Test
    void jsonTellsTheQualityOfTheRows() {
        assertNumber("/quality/rows", 1_303);
        assertNumber("/quality/weight", 2_606.5);
        assertNumber("/quality/nEff", 987.6);
        assertThat(at("/quality/from").asString()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(at("/quality/to").asString()).isEqualTo("2026-04-01T10:00:00Z");
        assertNumber("/quality/viewsADay", 641);
        assertNumber("/quality/withoutTime", 21);
        assertNumber("/quality/withoutPage", 53);
        assertNumber("/quality/withoutSession", 59);
        assertNumber("/quality/gapCount", 2);
        assertNumber("/quality/gapSeconds", 8_500);
        assertThat(at("/quality/gaps/0/to").asString()).isEqualTo("2026-03-01T12:06:00Z");
        assertNumber("/quality/missing/device", 29);
        assertNumber("/quality/missing/country", 31);
        assertNumber("/quality/excluded/bot", 12);
    }

    @Test
    void htmlShowsTheSameNumbers() {
        assertThat(rows(CertificateHtml.render(MadeCertificate.of(Dataset.Kind.PAGE_VIEWS))))
                .contains(
                        "1,374 records read = 1,303 imported + 30 merged + 16 duplicates + 22 rejected + 3 filtered",
                        "Format csv, crux, known from documentation only: no file of the product was at hand.",
                        "Records that could not be used",
                        "too few columns 20 march.csv, line 4",
                        "Records that are no page views",
                        "no page view 3 march.csv, line 5",
                        "FCP is 0 in every row that has it.",
                        "Times have no zone.",
                        "Metric Page views Unit in the source Proof Definition",
                        "1,100 s from the header same",
                        "2026-03-01T10:00:00Z to 2026-04-01T10:00:00Z; 641 page views on an average day; 21 without a time.",
                        "2026-03-01T10:01:00Z 2026-03-01T12:06:00Z 2 h 05 min",
                        "29 2.2 %",
                        "Page 53 4.1 %",
                        "Session 59 4.5 %",
                        "Kept, but left out of every number",
                        "bots 12",
                        "Values that count as missing",
                        "43 37",
                        "march.csv 5,003 " + "a1".repeat(32));
    }

    @Test
    void ofDistributionsNothingClaimsPageViews() {
        String html = CertificateHtml.render(MadeCertificate.of(Dataset.Kind.AGGREGATES));
        assertThat(rows(html))
                .contains("Records without figures", "Distributions")
                .doesNotContainIgnoringCase("page views");
        JsonNode json =
                JsonMapper.shared()
                        .readTree(CertificateJson.of(MadeCertificate.of(Dataset.Kind.AGGREGATES)));
        assertThat(json.at("/metrics/lcp/1/distributions").asInt()).isEqualTo(97);
        assertThat(json.at("/quality").isNull()).isTrue();
    }

    /// The texts of a page, in their order.
    private static String rows(String html) {
        String body = html.substring(html.indexOf("<main>"));
        return String.join(" ", List.of(body.replaceAll("<[^>]*>", " ").strip().split("\\s+")));
    }
}

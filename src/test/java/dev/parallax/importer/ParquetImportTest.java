package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.importer.parquet.Duck;
import dev.parallax.importer.source.Packed;
import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.Segment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns of a Parquet file mean what columns of a CSV file of the same names mean.
final class ParquetImportTest {
    private static final String ROWS =
            """
            SELECT * FROM (VALUES
              (TIMESTAMPTZ '2026-11-23 12:00:00+00', 'https://shop.example/cart?id=7', 'Mobile', 'DE', 's1', 1200::INT, 0.1::DOUBLE, 90::BIGINT, 2::INT),
              (TIMESTAMPTZ '2026-11-23 12:00:01.5+00', '/', 'desktop', NULL, 's2', 2400, 0.25, NULL, 1),
              (TIMESTAMPTZ '2026-11-23 12:00:02+00', '/product/17', 'desktop', 'FR', 's2', NULL, NULL, 210, 1))
            t(ts, url, device, country, session, lcp_ms, cls, inp, weight)
            """;
    private static final String SAME_ROWS =
            """
            ts,url,device,country,session,lcp_ms,cls,inp,weight
            2026-11-23T12:00:00Z,https://shop.example/cart?id=7,Mobile,DE,s1,1200,0.1,90,2
            2026-11-23T12:00:01.5Z,/,desktop,,s2,2400,0.25,,1
            2026-11-23T12:00:02Z,/product/17,desktop,FR,s2,,,210,1
            """;

    @TempDir Path folder;

    @Test
    void readsWhatTheSameCsvSays() {
        ImportedFile parquet = of(ROWS);
        ImportedFile csv = ImportedFile.of(Packed.write(folder, "x.csv", Packed.bytes(SAME_ROWS)));
        assertThat(parquet.report().record().counts()).isEqualTo(csv.report().record().counts());
        assertThat(parquet.report().record().metrics()).isEqualTo(csv.report().record().metrics());
        assertThat(parquet.report().record().warnings())
                .isEqualTo(csv.report().record().warnings());
        assertThat(parquet.report().dataset().weight()).isEqualTo(4);
        for (Metric metric : Metric.all()) {
            assertThat(parquet.values(metric)).isEqualTo(csv.values(metric));
        }
        assertThat(parquet.views().pages()).isEqualTo(csv.views().pages());
        assertThat(parquet.views().select(Segment.ALL).count())
                .isEqualTo(csv.views().select(Segment.ALL).count());
        assertThat(parquet.report().record().format()).isEqualTo("csv");
    }

    @Test
    void readsManyRowsAsTheSameCsvSays() {
        String query =
                """
                SELECT CASE WHEN i % 4999 = 0 THEN TIMESTAMPTZ '1971-01-01 00:00:00+00'
                            WHEN i % 977 = 0 THEN NULL
                            ELSE TIMESTAMPTZ '2026-11-23 12:00:00+00' + to_milliseconds(i * 37) END AS ts,
                       CASE WHEN i % 31 = 0 THEN NULL ELSE '/p/' || (i // 500 + i % 7) || '?a=' || i % 3 END AS url,
                       CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN 'Mobile' WHEN 2 THEN 'desktop'
                                  WHEN 3 THEN 'n/a' ELSE 'a device nobody has heard of ' || i // 9000 END AS device,
                       CASE WHEN i % 11 = 0 THEN '' ELSE chr((65 + i % 26)::INT) || 'E' END AS country,
                       's' || i // 3 AS session,
                       CASE i % 401 WHEN 0 THEN -1 WHEN 1 THEN 'nan' WHEN 2 THEN 9e9 WHEN 3 THEN -7
                                    WHEN 4 THEN NULL ELSE 1000.05 + i % 977 * 1.3 END::DOUBLE AS lcp_ms,
                       CASE WHEN i % 3 = 0 THEN NULL ELSE (i % 1000) / 7000 END::FLOAT AS cls,
                       CASE WHEN i % 2 = 0 THEN NULL ELSE i % 90 END::BIGINT AS inp,
                       (300 + i % 600)::INT AS fcp_ms,
                       CASE WHEN i % 13 = 0 THEN NULL ELSE 2000 + i % 5000 / 10 END::DECIMAL(9, 1) AS load_ms
                  FROM range(40000) t(i)
                """;
        ImportedFile parquet = of(query);
        ImportedFile csv = ImportedFile.of(Duck.csv(folder.resolve("x.csv"), query));
        assertThat(parquet.report().record().counts()).isEqualTo(csv.report().record().counts());
        assertThat(parquet.report().record().warnings())
                .isEqualTo(csv.report().record().warnings());
        assertThat(ImportedFile.reasons(parquet.report().record().rejected()))
                .isEqualTo(ImportedFile.reasons(csv.report().record().rejected()));
        for (Metric metric : Metric.all()) {
            assertThat(ImportedFile.reasons(ignored(parquet, metric)))
                    .isEqualTo(ImportedFile.reasons(ignored(csv, metric)));
        }
        for (int row = 0; row < csv.report().record().imported(); row++) {
            assertThat(parquet.views().row(row)).isEqualTo(csv.views().row(row));
        }
    }

    private static List<ImportRecord.LeftOut> ignored(ImportedFile file, Metric metric) {
        return file.report().record().metrics().stream()
                .filter(report -> report.metric() == metric)
                .flatMap(report -> report.ignored().stream())
                .toList();
    }

    @Test
    void decidesUnitsByTheirMedian() {
        ImportedFile file =
                of("SELECT 1.5 + i / 1000.0 AS lcp, i::FLOAT / 100 AS fcp FROM range(200) t(i)");
        assertThat(file.metric(Metric.LCP).unit()).isEqualTo("s");
        assertThat(file.metric(Metric.LCP).proof())
                .isEqualTo("guessed: the median of the first 200 values is 1.600");
        assertThat(file.values(Metric.LCP)[0]).isEqualTo(1500);
    }

    @Test
    void missingIsMissingAndNeverZero() {
        ImportedFile file =
                of(
                        "SELECT * FROM (VALUES (1000::DOUBLE), (NULL), ('nan'), (-1), (-5), ('inf')) t(lcp_ms), (SELECT '/' AS page)");
        assertThat(file.report().record().imported()).isEqualTo(6);
        assertThat(file.metric(Metric.LCP).views()).isOne();
        assertThat(ImportedFile.reasons(file.metric(Metric.LCP).ignored()))
                .containsExactly(
                        "negative 1",
                        "over the largest plausible value 1",
                        "stands for \"no value\" 1");
    }

    @Test
    void readsTimesOfEveryKind() {
        for (String time :
                new String[] {
                    "TIMESTAMP '2026-11-23 12:00:00'",
                    "TIMESTAMP_NS '2026-11-23 12:00:00'",
                    "'2026-11-23T12:00:00Z'",
                    "1795435200::BIGINT",
                    "1795435200::INT",
                    "1795435200000.0::DOUBLE",
                    "1795435200000000::BIGINT"
                }) {
            ImportedFile file = of("SELECT " + time + " AS ts, 1000 AS lcp_ms");
            assertThat(file.report().dataset().first())
                    .as(time)
                    .isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        }
    }

    @Test
    void saysWhatIsNested() {
        ImportedFile file = of("SELECT 1000 AS lcp, [1] AS list, {'device': 'mobile'} AS dims");
        assertThat(file.report().record().unusedColumns()).contains("list", "dims.device");
        assertThat(file.report().record().warnings())
                .contains("The column list is nested and was not read.");
    }

    @Test
    void refusesWhatHasNoMetric() {
        assertThatThrownBy(() -> of("SELECT 1 AS a, 2 AS b"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none of its columns is a metric (a, b)");
        assertThatThrownBy(() -> of("SELECT 1 AS p75_lcp"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("import-aggregates");
        assertThatThrownBy(
                        () -> ImportedFile.of(Packed.write(folder, "x", Packed.bytes("PAR1...."))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("import-broken-parquet");
    }

    private ImportedFile of(String query) {
        return ImportedFile.of(Duck.write(folder.resolve("x.parquet"), query, ""));
    }
}

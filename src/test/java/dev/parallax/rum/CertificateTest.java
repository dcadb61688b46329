package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.rum.ImportRecord.Evidence;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.ImportRecord.MetricReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What several imports come to together.
final class CertificateTest {
    private final Certificate certificate = MadeCertificate.of(Dataset.Kind.PAGE_VIEWS);

    @Test
    void addsUpWhatBecameOfTheRecords() {
        assertThat(certificate.sum()).isEqualTo(new Certificate.Sum(1_374, 1_303, 30, 16, 22, 3));
    }

    @Test
    void putsEqualReasonsTogetherWithTheFirstPlace() {
        assertThat(certificate.rejected())
                .containsExactly(
                        new LeftOut("too few columns", 20, "march.csv, line 4", 4),
                        new LeftOut("no metric", 2, "march.csv, line 9", 9));
        assertThat(certificate.filtered())
                .containsExactly(new LeftOut("no page view", 3, "march.csv, line 5", 5));
        assertThat(certificate.excluded()).containsExactly(new LeftOut("bots", 12, "", 0));
    }

    @Test
    void keepsTheReportsOfEachImportApart() {
        assertThat(certificate.metrics()).containsExactly(Metric.LCP, Metric.CLS);
        assertThat(certificate.reports(Metric.LCP))
                .extracting(MetricReport::views)
                .containsExactly(1_100L, 97L);
        assertThat(certificate.reports(Metric.INP)).isEmpty();
    }

    @Test
    void repeatsNoWarning() {
        assertThat(certificate.warnings())
                .containsExactly("Times have no zone.", "march.csv was read as UTF-16LE.");
    }

    @Test
    void isKnownAsWellAsTheLeastKnownImport() {
        assertThat(certificate.evidence()).isEqualTo(Evidence.DOCUMENTATION);
        assertThat(of(Evidence.SAMPLE, Evidence.SAMPLE)).isEqualTo(Evidence.SAMPLE);
        assertThat(of(Evidence.DOCUMENTATION, Evidence.OWN_MAPPING))
                .isEqualTo(Evidence.OWN_MAPPING);
    }

    private Evidence of(Evidence... each) {
        List<StoredImport> imports =
                List.of(each).stream()
                        .map(evidence ->
                                new StoredImport(
                                        1,
                                        certificate.made(),
                                        certificate.dataset().size(),
                                        null,
                                        null,
                                        new ImportRecord(
                                                "csv",
                                                evidence,
                                                List.of(),
                                                new ImportRecord.Counts(0, 0, 0, 0),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of())))
                        .toList();
        return new Certificate(
                        certificate.dataset(),
                        certificate.made(),
                        imports,
                        List.of(),
                        null,
                        List.of())
                .evidence();
    }
}

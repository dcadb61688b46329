package dev.parallax.service;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.report.CertificateHtml;
import dev.parallax.report.CertificateJson;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.QualityFacts;
import dev.parallax.store.PageViewStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// Use case: says how far a data set can be trusted, on the screen, as HTML and as JSON.
public final class CertifyDataset {
    private final PageViewStore store;
    private final OpenPageViews open;
    private final InstantSource clock;
    private final ZoneId zone;

    /// @param zone where days begin
    public CertifyDataset(
            PageViewStore store, OpenPageViews open, InstantSource clock, ZoneId zone) {
        this.store = store;
        this.open = open;
        this.clock = clock;
        this.zone = zone;
    }

    /// Draws up the certificate. Goes through every row, so it takes a second for ten million.
    ///
    /// @throws ProblemException if there is no such data set
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Certificate certify(String dataset, Progress progress) {
        Dataset named = store.get(dataset);
        return switch (named.kind()) {
            case PAGE_VIEWS -> {
                QualityFacts facts = open.open(dataset).facts(zone, progress);
                yield certificate(named, facts, facts.suspicions(clock.instant()));
            }
            case AGGREGATES -> certificate(named, null, List.of());
        };
    }

    private Certificate certificate(
            Dataset dataset,
            @org.jspecify.annotations.Nullable QualityFacts facts,
            List<String> suspicions) {
        return new Certificate(
                dataset,
                clock.instant(),
                store.imports(dataset),
                store.quarantine(dataset),
                facts,
                suspicions);
    }

    /// The certificate as JSON, as `docs/cli.md` describes it.
    public String json(Certificate certificate) {
        return CertificateJson.of(certificate);
    }

    /// Writes the certificate as one HTML file that needs nothing else.
    ///
    /// @throws ProblemException if it cannot be written
    public void writeHtml(Certificate certificate, Path file) {
        write(CertificateHtml.render(certificate), file);
    }

    /// Writes the certificate as JSON.
    ///
    /// @throws ProblemException if it cannot be written
    public void writeJson(Certificate certificate, Path file) {
        write(json(certificate), file);
    }

    private static void write(String text, Path file) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                Files.writeString(half, text);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "certificate-not-written",
                            "cannot write the certificate " + file,
                            failed.toString(),
                            "check that the folder exists and has room"),
                    failed);
        }
    }
}

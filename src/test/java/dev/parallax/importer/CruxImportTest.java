package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.Aggregate.Scope;
import dev.parallax.rum.ImportRecord.Counts;
import dev.parallax.rum.ImportRecord.Evidence;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.settings.PseudonymKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of the Chrome UX Report, in every form in which people save it.
final class CruxImportTest {
    private static final LocalDate OCTOBER_5 = LocalDate.of(2026, 10, 5);
    private static final LocalDate NOVEMBER_1 = LocalDate.of(2026, 11, 1);
    private static final LocalDate JANUARY_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate JANUARY_31 = LocalDate.of(2026, 1, 31);

    @TempDir Path folder;

    private Path file(String name) {
        try (InputStream resource = CruxImportTest.class.getResourceAsStream("crux/" + name)) {
            return Files.write(folder.resolve(name), resource.readAllBytes());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Path write(String name, String text) {
        return ImportedFile.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAnAnswer() {
        ImportedAggregates imported = ImportedAggregates.of(file("answer.json"));

        assertThat(imported.report().record().format()).isEqualTo("crux");
        assertThat(imported.report().record().evidence()).isEqualTo(Evidence.SAMPLE);
        assertThat(imported.report().record().counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(imported.all())
                .containsExactly(
                        new Aggregate(
                                new Aggregate.Key(
                                        Scope.URL,
                                        "https://shop.example/u/:email/cart",
                                        "phone",
                                        "",
                                        "",
                                        OCTOBER_5,
                                        NOVEMBER_1),
                                Map.of(
                                        Metric.LCP,
                                        binned(2312, 2500, 4000, 0.79, 0.135, 0.075),
                                        Metric.CLS,
                                        binned(0.02, 0.1, 0.25, 0.9, 0.06, 0.04)),
                                Map.of(
                                        "navigation_types",
                                        Map.of("navigate", 0.7, "reload", 0.3))));
        assertThat(imported.report().record().unusedColumns()).containsExactly("round_trip_time");
        assertThat(imported.report().record().metrics())
                .filteredOn(metric -> metric.metric() == Metric.INP)
                .singleElement()
                .satisfies(metric ->
                        assertThat(ImportedFile.reasons(metric.ignored()))
                                .containsExactly("negative 1"));
    }

    private static Binned binned(
            double p75, double good, double poor, double first, double second, double third) {
        return new Binned(
                List.of(
                        new Bin(0, OptionalDouble.of(good), first),
                        new Bin(good, OptionalDouble.of(poor), second),
                        new Bin(poor, OptionalDouble.empty(), third)),
                OptionalDouble.of(p75));
    }

    @Test
    void readsAHistoryWithoutThePeriodsThatHaveNoFigures() {
        ImportedAggregates imported = ImportedAggregates.of(file("history.json"));

        assertThat(imported.report().record().counts()).isEqualTo(new Counts(3, 2, 0, 0));
        assertThat(ImportedFile.reasons(imported.report().record().filtered()))
                .containsExactly("no figures: too few visits 1");
        assertThat(imported.all())
                .extracting(Aggregate::key)
                .containsExactly(
                        origin("phone", "", "", OCTOBER_5, NOVEMBER_1),
                        origin(
                                "phone",
                                "",
                                "",
                                LocalDate.of(2026, 10, 19),
                                LocalDate.of(2026, 11, 15)));
        assertThat(imported.distribution(0, Metric.LCP))
                .isEqualTo(binned(2600, 2500, 4000, 0.7, 0.2, 0.1));
        assertThat(imported.p75(0, Metric.CLS)).isEqualTo(0.05);
        assertThat(imported.all().get(1).metrics()).containsOnlyKeys(Metric.LCP);
        assertThat(imported.all().get(1).fractions())
                .isEqualTo(Map.of("form_factors", Map.of("desktop", 0.2, "phone", 0.8)));
    }

    private static Aggregate.Key origin(
            String formFactor, String connection, String country, LocalDate first, LocalDate last) {
        return new Aggregate.Key(
                Scope.ORIGIN, "https://shop.example", formFactor, connection, country, first, last);
    }

    @Test
    void readsATableOfWholeOrigins() {
        ImportedAggregates imported = ImportedAggregates.of(file("metrics_summary.csv"));

        assertThat(imported.report().record().evidence()).isEqualTo(Evidence.DOCUMENTATION);
        assertThat(imported.report().record().counts()).isEqualTo(new Counts(7, 2, 0, 1));
        assertThat(ImportedFile.reasons(imported.report().record().rejected()))
                .containsExactlyInAnyOrder(
                        "neither page nor origin that can be read 1",
                        "no month or collection period 1",
                        "fewer or more columns than the header 1");
        assertThat(ImportedFile.reasons(imported.report().record().filtered()))
                .containsExactly("no figures: too few visits 1");
        assertThat(imported.all().getFirst().key())
                .isEqualTo(origin("", "", "", JANUARY_1, JANUARY_31));
        assertThat(imported.distribution(0, Metric.LCP))
                .isEqualTo(binned(2600, 2500, 4000, 0.7, 0.2, 0.1));
        assertThat(imported.distribution(0, Metric.LOAD))
                .isEqualTo(new Binned(List.of(), OptionalDouble.of(4100)));
        assertThat(imported.all().getFirst().metrics())
                .containsOnlyKeys(Metric.LCP, Metric.CLS, Metric.LOAD);
        assertThat(imported.all().getFirst().fractions()).isEmpty();
        assertThat(imported.report().record().unusedColumns())
                .containsExactlyInAnyOrder("rank", "fast_fid", "notification_permission_accept");
    }

    @Test
    void makesSharesOfAllTrafficSharesOfTheDevice() {
        ImportedAggregates imported = ImportedAggregates.of(file("country_summary.csv"));

        assertThat(imported.report().record().counts()).isEqualTo(new Counts(3, 2, 0, 0));
        assertThat(ImportedFile.reasons(imported.report().record().rejected()))
                .containsExactly(
                        "other figures than an earlier record of the same page and days 1");
        assertThat(imported.all().getFirst().key())
                .isEqualTo(origin("phone", "", "DE", JANUARY_1, JANUARY_31));
        assertThat(imported.distribution(0, Metric.LCP).bins())
                .extracting(Bin::share)
                .satisfiesExactly(
                        good -> assertThat(good).isEqualTo(0.6, offset(1e-12)),
                        middling -> assertThat(middling).isEqualTo(0.3, offset(1e-12)),
                        poor -> assertThat(poor).isEqualTo(0.1, offset(1e-12)));
        assertThat(imported.p75(0, Metric.TTFB)).isEqualTo(1300);
        Map<String, Map<String, Double>> fractions = imported.all().getFirst().fractions();
        assertThat(fractions.get("form_factors")).isEqualTo(Map.of("phone", 0.6));
        assertThat(fractions.get("connections")).isEqualTo(Map.of("4G", 0.59, "3G", 0.01));
        assertThat(fractions.get("navigation_types")).isEqualTo(Map.of("back_forward", 0.2));
        assertThat(fractions.get("share_of_site").get("lcp")).isEqualTo(0.6, offset(1e-12));
    }

    @Test
    void readsRowsInJsonWhoseNumbersAreTexts() {
        ImportedAggregates imported = ImportedAggregates.of(file("device_summary.ndjson"));

        assertThat(imported.report().record().counts()).isEqualTo(new Counts(4, 1, 0, 0));
        assertThat(imported.p75(0, Metric.INP)).isEqualTo(275);
        assertThat(imported.all().getFirst().metrics()).containsOnlyKeys(Metric.INP);
        assertThat(imported.lines())
                .extracting(QuarantinedLine::reason, QuarantinedLine::line)
                .containsExactlyInAnyOrder(
                        tuple("no metric that is kept", 3L), tuple("not a JSON object", 4L));
        assertThat(imported.lines().getLast().text()).endsWith("from :email");
    }

    @Test
    void readsRawHistogramsAndMakesUpNoPercentile() {
        ImportedAggregates imported = ImportedAggregates.of(file("all.202601.json"));

        assertThat(imported.all())
                .extracting(Aggregate::key)
                .containsExactly(
                        origin("phone", "4g", "", JANUARY_1, JANUARY_31),
                        origin("desktop", "4g", "", JANUARY_1, JANUARY_31));
        assertThat(imported.distribution(0, Metric.LCP))
                .isEqualTo(
                        new Binned(
                                List.of(
                                        new Bin(0, OptionalDouble.of(1000), 0.5),
                                        new Bin(2000, OptionalDouble.of(3000), 0.25),
                                        new Bin(3000, OptionalDouble.empty(), 0.25)),
                                OptionalDouble.empty()));
        assertThat(imported.report().record().warnings())
                .containsExactly("The month of all.202601.json was taken from its name: 2026-01.");
    }

    @Test
    void takesTheCountryFromTheNameOfATable() {
        Path raw = file("all.202601.json");
        Path german = folder.resolve("country_de.202601.json");
        assertThat(raw.toFile().renameTo(german.toFile())).isTrue();

        assertThat(ImportedAggregates.of(german).all())
                .extracting(aggregate -> aggregate.key().country())
                .containsOnly("DE");
    }

    @Test
    void readsSeveralFilesTogetherAndAnswersWithoutFigures() {
        Path none =
                write(
                        "none.json",
                        "{\"error\":{\"code\":404,\"message\":\"chrome ux report data not found\"}}");

        ImportedAggregates imported =
                ImportedAggregates.of(file("history.json"), none, file("metrics_summary.csv"));

        assertThat(imported.report().record().counts()).isEqualTo(new Counts(11, 4, 0, 1));
        assertThat(imported.report().record().files()).hasSize(3);
    }

    @Test
    void readsAnswersThatFollowOneAnother() throws IOException {
        String answer = Files.readString(file("answer.json"));
        String onOneLine = answer.replace("\n", " ");
        String other = onOneLine.replace("PHONE", "DESKTOP");

        assertThat(ImportedAggregates.of(write("a.json", answer + answer)).report().record())
                .satisfies(record -> assertThat(record.counts()).isEqualTo(new Counts(2, 1, 0, 1)));
        assertThat(ImportedAggregates.of(write("b.json", onOneLine + "\n" + other)).all())
                .hasSize(2);
        assertThat(ImportedAggregates.of(write("c.json", "[" + answer + "," + other + "]")).all())
                .hasSize(2);
    }

    @Test
    void keepsAllowedParametersOnly() {
        var options = new ImportOptions(Optional.empty(), Optional.empty(), Set.of("tab"));
        Path file =
                write(
                        "tab.json",
                        "{\"record\":{\"key\":{\"url\":\"HTTPS://Shop.example?tab=1&mail=a@b.example\"},\"metrics\":{\"first_contentful_paint\":{\"percentiles\":{\"p75\":900}}},\"collectionPeriod\":{\"firstDate\":{\"year\":2026,\"month\":10,\"day\":5},\"lastDate\":{\"year\":2026,\"month\":11,\"day\":1}}}}");

        assertThat(ImportedAggregates.of(options, file).all())
                .extracting(aggregate -> aggregate.key().site())
                .containsExactly("https://shop.example/?tab=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "origin,rank\\nhttps://a.example,1000|origin and rank",
                "{\"origin\":\"https://a.example\",\"rank\":\"1000\"}|origin and rank",
                "origin\\nhttps://a.example|list of origins",
                "start,end,density\\n0,100,0.5|without the name of their metric",
                "{\"error\":{\"code\":404,\"message\":\"chrome ux report data not found\",\"status\":\"NOT_FOUND\"}}|too few people visit it",
                "{\"record\":{\"key\":{},\"metrics\":{\"largest_contentful_paint\":{}}}}|neither page nor origin",
                "{\"record\":{\"key\":{\"origin\":\"https://a.example\"},\"metrics\":{\"first_contentful_paint\":{}}}}|no month or collection period",
                "yyyymm,origin,p75_lcp\\n|no record in it",
                "yyyymm,origin,p75_lcp\\n202601,https://a.example,\"|quotes cannot be made sense of",
                "[{\"origin\":\"https://a.example\",\"p75_lcp\":\"1000\"},{\"origin\"|breaks off",
            })
    void refusesWhatHasNoFigures(String text, String why) {
        Path file = write("file", text.replace("\\n", "\n"));
        assertThatThrownBy(() -> ImportedAggregates.of(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesToMixThemWithPageViews() {
        Path pageViews = write("views.csv", "page,lcp\n/,1000\n");
        assertThatThrownBy(() -> ImportedAggregates.of(file("answer.json"), pageViews))
                .hasMessageContaining("\"answer.json\" holds distributions")
                .hasMessageContaining("\"views.csv\" does not");
        assertThatThrownBy(() -> ImportedAggregates.of(ImportOptions.as("crux"), pageViews))
                .hasMessageContaining("not of the format crux");
        assertThatThrownBy(
                        () -> ImportedAggregates.of(ImportOptions.as("csv"), file("answer.json")))
                .hasMessageContaining("not of the format csv");
    }

    @Test
    void refusesThemWherePageViewsAreWanted() {
        var sink = new RecordedPageViews();
        var importer = new Importer(folder.resolve("temporary"), () -> new PseudonymKey(1, 2));
        List<Path> files = List.of(file("answer.json"));
        assertThatThrownBy(() -> importer.read(files, ImportOptions.FIND_OUT, sink, Progress.NONE))
                .hasMessageContaining("distributions that their source summed up");
        assertThat(sink.isAbandoned()).isTrue();
    }
}

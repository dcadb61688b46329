package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.importer.Importer;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.service.ExportPageViews.Wish;
import dev.parallax.settings.PseudonymKey;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Export, search and certificate over a real workspace.
final class RealUserServicesTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private static final PseudonymKey KEY = new PseudonymKey(1, 2);

    @TempDir Path folder;
    private Workspace workspace;
    private OpenPageViews open;

    @BeforeEach
    void importThree() throws IOException {
        workspace = Workspace.create(folder.resolve("a.parallax"), CLOCK);
        Path csv =
                Files.writeString(
                        folder.resolve("<b>views.csv"),
                        """
                        timestamp,url,session,country,browser,lcp_ms,cls
                        2026-11-20T10:00:00Z,/cart,s-1,DE,=1+1,100.5,0.1
                        2026-11-20T10:00:01Z,/cart,s-1,+FR,Chrome,200,0
                        yesterday,/cart,s-2,DE,Chrome,300,0
                        2026-11-20T10:00:02Z,/home,s-2,@SUM(A1),-Edge,400,0
                        """);
        var imports =
                new ImportPageViews(
                        workspace.pageViews(),
                        new Importer(folder.resolve("temporary"), () -> KEY));
        imports.importFiles(
                ImportPageViews.Order.of(List.of(csv), "<script>alert(1)</script>"), Progress.NONE);
        open = new OpenPageViews(workspace.pageViews());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void exportsWhatTheSegmentSelectsWithNumbersAsNumbers() throws IOException {
        Path file = folder.resolve("out.csv");
        long written =
                new ExportPageViews(open)
                        .export(
                                new Wish(
                                        name(),
                                        Segment.parse(List.of("page=/cart")),
                                        Optional.empty(),
                                        file),
                                Progress.NONE);
        List<String> lines = Files.readAllLines(file);
        assertThat(written).isEqualTo(2);
        assertThat(lines.getFirst())
                .startsWith(
                        "time,path,page,ttfb_ms,fcp_ms,lcp_ms,cls,inp_ms,dcl_ms,load_ms,device");
        assertThat(lines.get(1)).startsWith("2026-11-20T10:00:00Z,/cart,/cart,,,100.5,0.1,");
    }

    @Test
    void defusesWhatASpreadsheetWouldTakeForAFormula() throws IOException {
        Path file = folder.resolve("out.csv");
        new ExportPageViews(open)
                .export(new Wish(name(), Segment.ALL, Optional.empty(), file), Progress.NONE);
        String csv = Files.readString(file);
        assertThat(csv).contains(",'=1+1,", ",'+FR,", ",'@SUM(A1),", ",'-Edge,");
        assertThat(csv).doesNotContainPattern("(?m)(^|,)\"?[=+@\\t]");
    }

    @Test
    void findsASessionByTheIdOfTheSource() {
        PageViews views = open.open(name());
        var find = new FindPageViews(() -> KEY);
        var found = views.search(views.select(Segment.ALL), find.session(" s-1 "), Progress.NONE);
        assertThat(found.count()).isEqualTo(2);
        String pseudonym = views.row(0).session();
        assertThat(pseudonym).isNotNull();
        assertThat(find.session(pseudonym)).isEqualTo(find.session("s-1"));
        assertThat(
                        views.search(views.select(Segment.ALL), find.session("s-3"), Progress.NONE)
                                .count())
                .isZero();
    }

    @Test
    void leavesNoFileWhenItIsCancelledOrCannotWrite() {
        Path file = folder.resolve("missing").resolve("out.csv");
        var wish = new Wish(name(), Segment.ALL, Optional.empty(), file);
        assertThatThrownBy(() -> new ExportPageViews(open).export(wish, Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot write");
        Path other = folder.resolve("cancelled.csv");
        var stopped = new Wish(name(), Segment.ALL, Optional.empty(), other);
        assertThatThrownBy(() -> new ExportPageViews(open).export(stopped, cancelled()))
                .isInstanceOf(CancellationException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**cancelled*");
    }

    @Test
    void leavesNothingOfAnExportThatIsCancelledMidway() {
        Path file = folder.resolve("midway.csv");
        Path half = folder.resolve("midway.csv.part");
        var wish = new Wish(name(), Segment.ALL, Optional.empty(), file);
        assertThatThrownBy(() ->
                        new ExportPageViews(open)
                                .export(wish, cancelledWhen(() -> Files.exists(half))))
                .isInstanceOf(CancellationException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**midway*");
    }

    @Test
    void exportsWhatIsLookedFor() throws IOException {
        Path file = folder.resolve("found.csv");
        var search = Optional.of(new FindPageViews(() -> KEY).session("s-2"));
        long written =
                new ExportPageViews(open)
                        .export(new Wish(name(), Segment.ALL, search, file), Progress.NONE);
        assertThat(written).isOne();
        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().contains(",/home,");
    }

    @Test
    void opensADataSetAnewOnceItsPagesHaveOtherRules() {
        PageViews before = open.open(name());
        assertThat(open.open(name())).isSameAs(before);

        new ManagePageRules(workspace.pageRules(), open).add(PageRule.of("/cart", "/basket"), 1);

        assertThat(open.open(name()).pages()).contains(new PageTemplate("/basket"));
    }

    @Test
    void warmsUpWhatIsOpenedOnceAndLosesNoError() {
        var tasks = new ArrayList<Runnable>();
        OpenPageViews warming = OpenPageViews.warmingUp(workspace.pageViews(), tasks::add);
        PageViews views = warming.open(name());
        assertThat(warming.open(name())).isSameAs(views);
        assertThat(tasks).hasSize(1);
        workspace.close();
        tasks.forEach(Runnable::run);
    }

    @Test
    void certifiesThatEveryRecordIsAccountedFor() {
        Certificate certificate = certify().certify(name(), Progress.NONE);
        assertThat(certificate.sum()).isEqualTo(new Certificate.Sum(4, 3, 0, 0, 1, 0));
        assertThat(certificate.rejected())
                .singleElement()
                .satisfies(part -> assertThat(part.firstLine()).isEqualTo(4));
        assertThat(certificate.facts()).isNotNull();
        assertThat(certify().json(certificate))
                .contains("\"recordsRead\" : 4", "\"sha256\" : \"", "\"nEff\" : 3");
    }

    @Test
    void letsNoForeignTextIntoThePageAsMarkup() throws IOException {
        Path file = folder.resolve("certificate.html");
        certify().writeHtml(certify().certify(name(), Progress.NONE), file);
        String html = Files.readString(file);
        assertThat(html)
                .doesNotContain("<script", "<b>views")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;views.csv")
                .contains("default-src 'none'")
                .doesNotContain("http://", "https://");
    }

    private CertifyDataset certify() {
        return new CertifyDataset(workspace.pageViews(), open, CLOCK, ZoneOffset.UTC);
    }

    private String name() {
        return workspace.pageViews().list().getFirst().name();
    }

    private static Progress cancelled() {
        return cancelledWhen(() -> true);
    }

    private static Progress cancelledWhen(BooleanSupplier isCancelled) {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean isCancelled() {
                return isCancelled.getAsBoolean();
            }

            @Override
            public void onCancel(Runnable action) {}
        };
    }
}

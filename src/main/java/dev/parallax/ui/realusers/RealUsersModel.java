package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Brush;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Segment;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.realusers.RealUserUseCases.Import;
import dev.parallax.ui.realusers.RealUserUseCases.Import.Target;
import dev.parallax.ui.realusers.RealUserUseCases.Imported;
import dev.parallax.ui.realusers.RealUserUseCases.Pick;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The data sets, the one on show, and which of its tabs.
public final class RealUsersModel {
    private final RealUserUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final SegmentModel segment;
    private final SummaryModel summary;
    private final PagesModel pages;
    private final BreakdownModel breakdown;
    private final TimeModel time;
    private final ViewsModel views;
    private final CertificateModel certificate;

    private final ObservableList<Dataset> datasets = FXCollections.observableArrayList();
    private final ObservableList<Aggregate> aggregates = FXCollections.observableArrayList();
    private final Latest<List<Aggregate>> aggregateQuestions;
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Dataset> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.OVERVIEW);
    private final ReadOnlyObjectWrapper<Optional<Imported>> lastImport =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private @Nullable Wish wish;

    /// What is to be shown of a data set once it is open.
    private record Wish(String dataset, Segment segment, Optional<Pick> pick) {}

    public RealUsersModel(RealUserUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        segment = new SegmentModel(useCases, background, problems);
        summary = new SummaryModel(background, problems);
        pages = new PagesModel(useCases, background, problems);
        breakdown = new BreakdownModel(useCases, background, problems);
        time = new TimeModel(background, problems, ZoneId.systemDefault());
        views = new ViewsModel(useCases, background, problems);
        certificate = new CertificateModel(useCases, background, problems, this::refresh);
        aggregateQuestions = new Latest<>(background, aggregates::setAll, problems::show);
        selected.subscribe(this::open);
        segment.asked().subscribe((_, now) -> now.ifPresent(this::show));
        tab.subscribe((_, _) -> {
            segment.asked().get().ifPresent(this::show);
            certify();
        });
    }

    /// Turns to a tab, or to the first one if the data set on show has no such tab.
    public void turnTo(Tab wanted) {
        Dataset dataset = selected.get();
        boolean isOffered =
                dataset == null
                        || dataset.kind() == Dataset.Kind.PAGE_VIEWS
                        || Tab.ofAggregates().contains(wanted);
        tab.set(isOffered ? wanted : Tab.OVERVIEW);
    }

    public ObservableList<Dataset> datasets() {
        return datasets;
    }

    /// Whether the list has been read: an empty one then is empty in truth.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty importing() {
        return importing.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Dataset> selected() {
        return selected;
    }

    public ObjectProperty<Tab> tab() {
        return tab;
    }

    public SegmentModel segment() {
        return segment;
    }

    public SummaryModel summary() {
        return summary;
    }

    public PagesModel pages() {
        return pages;
    }

    public BreakdownModel breakdown() {
        return breakdown;
    }

    public TimeModel time() {
        return time;
    }

    public ViewsModel views() {
        return views;
    }

    public CertificateModel certificate() {
        return certificate;
    }

    /// What the data set on show holds if it is one of aggregates.
    public ObservableList<Aggregate> aggregates() {
        return aggregates;
    }

    /// What came of the newest import.
    public ReadOnlyObjectProperty<Optional<Imported>> lastImport() {
        return lastImport.getReadOnlyProperty();
    }

    /// Reads the list again and keeps the selection.
    public void refresh() {
        Dataset before = selected.get();
        Wish wished = wish;
        if (wished != null) {
            refresh(wished.dataset());
        } else {
            refresh(before == null ? "" : before.name());
        }
    }

    /// Shows single page views of a data set: those of a segment that were picked by drawing over
    /// charts.
    ///
    /// @param metric whose values the brush means
    /// @param brush its hours are those of the machine's time zone
    public void open(String dataset, Segment newSegment, Metric metric, Brush brush) {
        wish =
                new Wish(
                        dataset,
                        newSegment,
                        brush.isNone()
                                ? Optional.empty()
                                : Optional.of(new Pick(metric, brush, ZoneId.systemDefault())));
        tab.set(Tab.VIEWS);
        Dataset now = selected.get();
        if (now != null && now.name().equals(dataset) && segment.asked().get().isPresent()) {
            grant();
        } else {
            refresh(dataset);
        }
    }

    /// Shows what was wished for, now that its data set is open.
    private void grant() {
        Wish granted = wish;
        wish = null;
        if (granted != null) {
            views.pick().set(granted.pick());
            segment.choose(granted.segment());
        }
    }

    /// Imports files into one new data set of this name, or adds them to the one that has it.
    public void importFiles(List<Path> files, String dataset, Target target) {
        importFiles(new Import(files, dataset, target, Optional.empty()));
    }

    /// Looks at files before they are imported.
    ///
    /// @param found gets an assistant that knows what they are taken for
    public void examine(List<Path> files, Consumer<AssistantModel> found) {
        background.run(
                Texts.of("assistant.looking", files.getFirst().getFileName()),
                progress -> useCases.examine(files, progress),
                proposal -> found.accept(new AssistantModel(useCases, background, files, proposal)),
                problems::show,
                () -> {});
    }

    /// Imports files as the user said in the assistant, and keeps what was said.
    public void importAs(AssistantModel assistant, String dataset, Target target) {
        if (!assistant.isChanged()) {
            importFiles(assistant.files(), dataset, target);
            return;
        }
        background.load(
                _ -> useCases.saveMapping(dataset, assistant.proposal().get()),
                mapping ->
                        importFiles(
                                new Import(
                                        assistant.files(), dataset, target, Optional.of(mapping))),
                problems::show);
    }

    /// The rules for pages, tried on the data set on show; empty while none is open.
    public Optional<RulesModel> rules() {
        return segment.asked()
                .get()
                .map(asked -> new RulesModel(useCases, background, problems, asked, this::regroup));
    }

    /// The pages are others now: the data set is opened again.
    private void regroup() {
        Dataset dataset = selected.get();
        selected.set(null);
        selected.set(dataset);
    }

    private void importFiles(Import wish) {
        List<Path> files = wish.files();
        if (importing.get() || files.isEmpty()) {
            return;
        }
        importing.set(true);
        background.run(
                Texts.of("realusers.importing", files.getFirst().getFileName()),
                progress -> useCases.importFiles(wish, progress),
                imported -> {
                    lastImport.set(Optional.of(imported));
                    refresh(imported.dataset());
                },
                problems::show,
                () -> importing.set(false));
    }

    public void forgetImport() {
        lastImport.set(Optional.empty());
    }

    /// Deletes the data set on show for good.
    public void delete() {
        Dataset gone = selected.get();
        if (gone != null) {
            background.run(
                    Texts.of("realusers.deleting", gone.name()),
                    _ -> {
                        useCases.delete(gone.name());
                        return gone;
                    },
                    _ -> {
                        selected.set(null);
                        refresh();
                    },
                    problems::show,
                    () -> {});
        }
    }

    /// A name for a new data set that no other has yet, from the file it comes from.
    String freeNameFor(Path file) {
        String name = nameFor(file);
        String free = name;
        for (int i = 2; isTaken(free); i++) {
            free = name + " " + i;
        }
        return free;
    }

    /// Whether a data set has this name.
    boolean isTaken(String name) {
        return datasets.stream().anyMatch(dataset -> dataset.name().equals(name));
    }

    /// A name for a new data set, from the file it comes from.
    public static String nameFor(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.replaceFirst(
                "(?i)(\\.(csv|ndjson|jsonl|json|tsv|parquet|log|xml|har))?(\\.(gz|zip|zst))?$", "");
    }

    private void refresh(String select) {
        background.load(
                _ -> useCases.list(),
                found -> {
                    datasets.setAll(found);
                    loaded.set(true);
                    if (found.stream().noneMatch(dataset -> dataset.name().equals(select))) {
                        wish = null;
                    }
                    selected.set(
                            found.stream()
                                    .filter(dataset -> dataset.name().equals(select))
                                    .findFirst()
                                    .orElse(found.isEmpty() ? null : found.getFirst()));
                },
                problems::show);
    }

    private void open(@Nullable Dataset dataset) {
        for (Tab each : Tab.values()) {
            part(each).ifPresent(Part::clear);
        }
        aggregates.clear();
        certificate.show(null);
        segment.open(dataset);
        if (dataset != null && dataset.kind() == Dataset.Kind.AGGREGATES) {
            aggregateQuestions.submit(_ -> useCases.aggregates(dataset.name()));
        }
        certify();
    }

    /// Only where it is shown, as it goes through every row.
    private void certify() {
        if (tab.get() == Tab.OVERVIEW || tab.get() == Tab.CERTIFICATE) {
            certificate.show(selected.get());
        }
    }

    private void show(Asked asked) {
        Wish wished = wish;
        if (wished != null && wished.dataset().equals(asked.dataset().name())) {
            grant();
            if (!asked.segment().equals(wished.segment())) {
                return;
            }
        }
        part(tab.get()).ifPresent(part -> part.show(asked));
    }

    private Optional<Part> part(Tab of) {
        return switch (of) {
            case OVERVIEW -> Optional.of(summary);
            case PAGES -> Optional.of(pages);
            case BREAKDOWN -> Optional.of(breakdown);
            case TIME -> Optional.of(time);
            case VIEWS -> Optional.of(views);
            case CERTIFICATE -> Optional.empty();
        };
    }
}

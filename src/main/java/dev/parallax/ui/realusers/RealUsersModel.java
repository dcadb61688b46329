package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Dataset;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.realusers.RealUserUseCases.Group;
import dev.parallax.ui.realusers.RealUserUseCases.Import;
import dev.parallax.ui.realusers.RealUserUseCases.Imported;
import dev.parallax.ui.realusers.RealUserUseCases.Page;
import dev.parallax.ui.realusers.RealUserUseCases.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The data sets, the one on show, its pages and its percentiles.
public final class RealUsersModel {
    private final RealUserUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final Latest<List<Page>> pageQuestions;
    private final Latest<List<Group>> groupQuestions;

    private final ObservableList<Dataset> datasets = FXCollections.observableArrayList();
    private final ObservableList<Page> pages = FXCollections.observableArrayList();
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Dataset> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private final ObjectProperty<Dimension> by = new SimpleObjectProperty<>(Dimension.DEVICE);
    private final ObjectProperty<Optional<PageTemplate>> page =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Imported>> lastImport =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public RealUsersModel(RealUserUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        pageQuestions = new Latest<>(background, pages::setAll, problems::show);
        groupQuestions = new Latest<>(background, groups::setAll, problems::show);
        selected.subscribe(this::show);
        metric.subscribe(this::askForPercentiles);
        by.subscribe(this::askForPercentiles);
        page.subscribe(this::askForPercentiles);
    }

    public ObservableList<Dataset> datasets() {
        return datasets;
    }

    /// The pages of the data set on show, the most viewed first.
    public ObservableList<Page> pages() {
        return pages;
    }

    /// The percentiles asked for, one row a group.
    public ObservableList<Group> groups() {
        return groups;
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

    /// The metric whose percentiles are shown.
    public ObjectProperty<Metric> metric() {
        return metric;
    }

    /// The dimension the percentiles are told apart by.
    public ObjectProperty<Dimension> by() {
        return by;
    }

    /// The page the percentiles are of, empty for all.
    public ObjectProperty<Optional<PageTemplate>> page() {
        return page;
    }

    /// What came of the newest import.
    public ReadOnlyObjectProperty<Optional<Imported>> lastImport() {
        return lastImport.getReadOnlyProperty();
    }

    /// Reads the list again and keeps the selection.
    public void refresh() {
        Dataset before = selected.get();
        refresh(before == null ? "" : before.name());
    }

    /// Imports files into one data set of this name.
    public void importFiles(List<Path> files, String dataset) {
        if (importing.get() || files.isEmpty()) {
            return;
        }
        importing.set(true);
        background.run(
                Texts.of("realusers.importing", files.getFirst().getFileName()),
                progress -> useCases.importFiles(new Import(files, dataset), progress),
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

    /// A name for a new data set, from the file it comes from.
    public static String nameFor(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.replaceFirst("(\\.(csv|ndjson|jsonl|json|tsv))?(\\.gz)?$", "");
    }

    private void refresh(String select) {
        background.load(
                _ -> useCases.list(),
                found -> {
                    datasets.setAll(found);
                    loaded.set(true);
                    selected.set(
                            found.stream()
                                    .filter(dataset -> dataset.name().equals(select))
                                    .findFirst()
                                    .orElse(found.isEmpty() ? null : found.getFirst()));
                },
                problems::show);
    }

    private void show(@Nullable Dataset dataset) {
        pages.clear();
        groups.clear();
        page.set(Optional.empty());
        if (dataset != null) {
            pageQuestions.submit(_ -> useCases.pages(dataset.name()));
            askForPercentiles();
        }
    }

    private void askForPercentiles() {
        Dataset dataset = selected.get();
        if (dataset == null) {
            return;
        }
        var question =
                new Question(dataset.name(), metric.get(), Optional.of(by.get()), page.get());
        groupQuestions.submit(_ -> useCases.percentiles(question));
    }
}

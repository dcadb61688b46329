package dev.parallax.ui.compare;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.ValueCount;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which two parts of the users are compared, and what it comes to. Every change of the question is
/// answered anew; the newest question wins.
public final class FieldPairModel {

    /// What a data set has to choose from.
    private record Contents(List<PageTemplate> pages, Map<Dimension, List<ValueCount>> counts) {}

    private final CompareUseCases lists;
    private final PairUseCases pairs;
    private final Background background;
    private final Problems problems;
    private final PairAnswer<FieldPair> answer;

    private final ObservableList<String> datasets = FXCollections.observableArrayList();
    private final ObservableList<Optional<PageTemplate>> pages =
            FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<PageTemplate>> page =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private final Side before;
    private final Side after;

    private final Asking<UsersQuestion> asking =
            new Asking<>(
                    new Asking.Parts<>() {
                        @Override
                        public Optional<UsersQuestion> read() {
                            return chosen();
                        }

                        @Override
                        public void write(UsersQuestion question) {
                            choose(question);
                        }
                    });

    public FieldPairModel(
            CompareUseCases lists, PairUseCases pairs, Background background, Problems problems) {
        this.lists = lists;
        this.pairs = pairs;
        this.background = background;
        this.problems = problems;
        answer = new PairAnswer<>(asking, pairs::compare, background);
        before = new Side(background, problems);
        after = new Side(background, problems);
        Stream.of(page, metric, before.segment, after.segment)
                .forEach(part -> part.subscribe(asking::changed));
        for (Side side : List.of(before, after)) {
            side.dataset.subscribe(() -> {
                side.read();
                asking.changed();
            });
        }
    }

    /// One side of the question.
    public final class Side {
        private final ObjectProperty<Optional<String>> dataset =
                new SimpleObjectProperty<>(Optional.empty());
        private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.ALL);
        private final ReadOnlyObjectWrapper<Map<Dimension, List<ValueCount>>> counts =
                new ReadOnlyObjectWrapper<>(Map.of());
        private final Latest<Contents> readings;

        private Side(Background background, Problems problems) {
            readings = new Latest<>(background, this::fill, problems::show);
        }

        public ObjectProperty<Optional<String>> dataset() {
            return dataset;
        }

        /// Who they are, the page left out, which both sides share.
        public ObjectProperty<Segment> segment() {
            return segment;
        }

        /// Per dimension how many page views of the data set have each value.
        public ReadOnlyObjectProperty<Map<Dimension, List<ValueCount>>> counts() {
            return counts.getReadOnlyProperty();
        }

        private void read() {
            dataset.get().ifPresent(name -> readings.submit(_ -> contents(lists.open(name))));
        }

        private void fill(Contents contents) {
            counts.set(contents.counts());
            if (this == before) {
                fillPages(contents.pages());
            } else {
                proposeDevices(contents.counts().getOrDefault(Dimension.DEVICE, List.of()));
            }
        }

        /// The page of both sides goes before one of its own, which only a saved question has.
        private Optional<UsersQuestion.Side> chosen() {
            Segment own = segment.get();
            return dataset.get()
                    .map(name ->
                            new UsersQuestion.Side(
                                    name, page.get().map(own::withPage).orElse(own)));
        }

        private void choose(UsersQuestion.Side other, Optional<PageTemplate> shared) {
            dataset.set(Optional.of(other.dataset()));
            segment.set(shared.isPresent() ? other.segment().withPage(null) : other.segment());
        }
    }

    /// The question as a whole, and the steps to it.
    public Asking<UsersQuestion> asking() {
        return asking;
    }

    public ObservableList<String> datasets() {
        return datasets;
    }

    /// The pages of the base's data set; the empty one stands for all.
    public ObservableList<Optional<PageTemplate>> pages() {
        return pages;
    }

    /// Whether the data sets have been read: none then are none in truth.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// The page of both sides.
    public ObjectProperty<Optional<PageTemplate>> page() {
        return page;
    }

    public ObjectProperty<Metric> metric() {
        return metric;
    }

    /// The base.
    public Side before() {
        return before;
    }

    /// What is set against the base.
    public Side after() {
        return after;
    }

    /// The newest answer; empty while there is none.
    public ReadOnlyObjectProperty<Optional<FieldPair>> pair() {
        return answer.pair();
    }

    /// Why there is no answer.
    public ReadOnlyObjectProperty<Optional<Problem>> trouble() {
        return answer.trouble();
    }

    /// Reads again what can be asked about, and asks.
    public void refresh() {
        background.load(_ -> lists.pageViewDatasets(), this::fill, problems::show);
    }

    private void fill(List<String> found) {
        Optional<String> beforeNow = before.dataset.get().filter(found::contains);
        Optional<String> afterNow = after.dataset.get().filter(found::contains);
        asking.quietly(() -> {
            datasets.setAll(found);
            loaded.set(true);
            before.dataset.set(beforeNow.or(() -> found.stream().findFirst()));
            after.dataset.set(
                    afterNow.or(() -> found.stream().limit(2).reduce((_, second) -> second)));
        });
        asking.again();
    }

    /// To set everybody against everybody says nothing: until somebody chooses, the two most
    /// frequent devices of a data set are the sides.
    private void proposeDevices(List<ValueCount> devices) {
        boolean isChosen =
                !before.segment.get().isAll()
                        || !after.segment.get().isAll()
                        || !before.dataset.get().equals(after.dataset.get());
        if (isChosen || devices.size() < 2) {
            return;
        }
        asking.quietly(() -> {
            before.segment.set(
                    Segment.ALL.with(Dimension.DEVICE, Set.of(devices.getFirst().value())));
            after.segment.set(Segment.ALL.with(Dimension.DEVICE, Set.of(devices.get(1).value())));
        });
        asking.instead();
    }

    private void fillPages(List<PageTemplate> found) {
        List<Optional<PageTemplate>> all =
                Stream.concat(
                                Stream.of(Optional.<PageTemplate>empty()),
                                found.stream().map(Optional::of))
                        .toList();
        if (!pages.equals(all)) {
            Optional<PageTemplate> chosen = page.get();
            asking.quietly(() -> {
                pages.setAll(all);
                page.set(all.contains(chosen) ? chosen : Optional.empty());
            });
            asking.instead();
        }
    }

    private static Contents contents(PageViews field) {
        Map<Dimension, List<ValueCount>> counts = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            List<ValueCount> values = field.count(dimension, field.select(Segment.ALL));
            if (values.size() > 1) {
                counts.put(dimension, values);
            }
        }
        return new Contents(field.pages(), counts);
    }

    private Optional<UsersQuestion> chosen() {
        return before.chosen()
                .flatMap(one ->
                        after.chosen().map(other -> new UsersQuestion(one, other, metric.get())));
    }

    /// A page that both sides have is chosen for both.
    private void choose(UsersQuestion other) {
        Optional<PageTemplate> one = Optional.ofNullable(other.before().segment().page());
        Optional<PageTemplate> shared =
                one.filter(path -> path.equals(other.after().segment().page()));
        page.set(shared);
        metric.set(other.metric());
        before.choose(other.before(), shared);
        after.choose(other.after(), shared);
    }

    /// Writes an answer as one HTML file.
    public void report(FieldPair shown, Path file) {
        background.run(
                Texts.of("report.writing", file.getFileName()),
                _ -> {
                    pairs.report(shown, file);
                    return file;
                },
                _ -> {},
                problems::show,
                () -> {});
    }
}

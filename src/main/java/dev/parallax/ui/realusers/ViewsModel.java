package dev.parallax.ui.realusers;

import dev.parallax.progress.Progress;
import dev.parallax.rum.PageView;
import dev.parallax.rum.RowOrder;
import dev.parallax.rum.Search;
import dev.parallax.rum.Selection;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.realusers.RealUserUseCases.Export;
import dev.parallax.ui.realusers.RealUserUseCases.Pick;
import dev.parallax.ui.realusers.RealUserUseCases.Sought;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Single page views: which rows there are and in which order is known of all of them; what is in a
/// row is read when somebody looks at it.
public final class ViewsModel implements Part {
    private static final int KEPT = 2_000;

    /// More rows than any screen has.
    private static final int MOST_WANTED = 200;

    private record Read(Asked of, List<PageView> views) {}

    /// What rows were asked for by.
    private record Question(Asked of, Sought look, Optional<Pick> pick, RowOrder by) {}

    /// Rows with their question.
    private static final class Found {
        private final int[] rows;
        private final Question question;

        Found(int[] rows, Question question) {
            this.rows = rows;
            this.question = question;
        }
    }

    private final RealUserUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final Latest<Found> questions;
    private final Latest<Read> readings;
    private final RowList rows = new RowList();
    private final ObjectProperty<RowOrder> order =
            new SimpleObjectProperty<>(RowOrder.byTime(RowOrder.Direction.DESCENDING));
    private final ObjectProperty<Sought> sought = new SimpleObjectProperty<>(Sought.EVERYTHING);
    private final ObjectProperty<Optional<Pick>> pick =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper read = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Path>> exported =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Integer, PageView> known =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, PageView> eldest) {
                    return size() > KEPT;
                }
            };
    private final Set<Integer> wanted = new LinkedHashSet<>();
    private boolean aboutToRead;
    private @Nullable Asked shown;
    private @Nullable Question answered;
    private boolean isTakingBack;

    ViewsModel(RealUserUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        questions =
                new Latest<>(
                        background,
                        found -> {
                            busy.set(false);
                            answered = found.question;
                            rows.show(found.rows);
                        },
                        problem -> {
                            busy.set(false);
                            showNothing();
                            problems.show(problem);
                        });
        readings = new Latest<>(background, this::read, problems::show);
        order.subscribe((_, _) -> ask());
        sought.subscribe((_, _) -> ask());
        pick.subscribe((_, _) -> ask());
    }

    /// The numbers of the rows, in order.
    public ObservableList<Integer> rows() {
        return rows;
    }

    /// How the rows are sorted.
    public ObjectProperty<RowOrder> order() {
        return order;
    }

    /// What is looked for.
    public ObjectProperty<Sought> sought() {
        return sought;
    }

    /// What was picked of the segment by drawing over charts; empty for all of it.
    public ObjectProperty<Optional<Pick>> pick() {
        return pick;
    }

    /// Whether rows are being found and sorted; those on show are the ones before.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Stops looking for rows. Those on show stay with the order and the search they were found by;
    /// if they are of another segment there are none.
    public void stop() {
        if (!busy.get()) {
            return;
        }
        questions.clear();
        busy.set(false);
        Question before = answered;
        if (before == null || !before.of().equals(shown)) {
            showNothing();
            return;
        }
        isTakingBack = true;
        order.set(before.by());
        sought.set(before.look());
        pick.set(before.pick());
        isTakingBack = false;
    }

    /// Counts up when rows that were wanted have been read.
    public ReadOnlyIntegerProperty read() {
        return read.getReadOnlyProperty();
    }

    /// The file written last.
    public ReadOnlyObjectProperty<Optional<Path>> exported() {
        return exported.getReadOnlyProperty();
    }

    public void forgetExport() {
        exported.set(Optional.empty());
    }

    /// What is in a row, if it has been read; asks for it otherwise.
    public @Nullable PageView view(int row) {
        PageView view = known.get(row);
        if (view == null) {
            want(row);
        }
        return view;
    }

    /// Writes the rows on show to a CSV file.
    public void export(Path file) {
        Asked now = shown;
        if (now != null) {
            var wish =
                    new Export(now.dataset().name(), now.segment(), sought.get(), pick.get(), file);
            background.run(
                    Texts.of("realusers.exporting", file.getFileName()),
                    progress -> useCases.export(wish, progress),
                    _ -> exported.set(Optional.of(file)),
                    problems::show,
                    () -> {});
        }
    }

    @Override
    public void show(Asked asked) {
        Asked before = shown;
        if (asked.equals(before)) {
            return;
        }
        if (before != null && !asked.isSameData(before)) {
            known.clear();
        }
        shown = asked;
        ask();
    }

    @Override
    public void clear() {
        shown = null;
        questions.clear();
        readings.clear();
        known.clear();
        wanted.clear();
        busy.set(false);
        exported.set(Optional.empty());
        sought.set(Sought.EVERYTHING);
        pick.set(Optional.empty());
        showNothing();
    }

    private void showNothing() {
        answered = null;
        rows.show(new int[0]);
    }

    private void ask() {
        Asked now = shown;
        if (now != null && !isTakingBack) {
            busy.set(true);
            var question = new Question(now, sought.get(), pick.get(), order.get());
            questions.submit(progress -> find(question, progress));
        }
    }

    private Found find(Question question, Progress progress) {
        Asked now = question.of();
        Selection selection = now.views().select(now.segment(), progress);
        if (question.pick().isPresent()) {
            Pick picked = question.pick().get();
            selection =
                    now.views()
                            .pick(
                                    selection,
                                    picked.metric(),
                                    picked.brush(),
                                    picked.zone(),
                                    progress);
        }
        if (!question.look().isEverything()) {
            Search search = useCases.search(question.look());
            selection = now.views().search(selection, search, progress);
        }
        return new Found(now.views().sort(selection, question.by(), progress), question);
    }

    private void want(int row) {
        wanted.add(row);
        while (wanted.size() > MOST_WANTED) {
            wanted.remove(wanted.iterator().next());
        }
        if (!aboutToRead) {
            aboutToRead = true;
            // the cells of one frame ask one by one; they are read together
            background.tell(this::readWanted);
        }
    }

    private void readWanted() {
        aboutToRead = false;
        Asked now = shown;
        if (now != null && !wanted.isEmpty()) {
            List<Integer> some = List.copyOf(wanted);
            readings.submit(progress -> {
                var views = new ArrayList<PageView>(some.size());
                for (int row : some) {
                    progress.throwIfCancelled();
                    views.add(now.views().row(row));
                }
                return new Read(now, views);
            });
        }
    }

    private void read(Read result) {
        Asked now = shown;
        if (now == null || !now.isSameData(result.of())) {
            return;
        }
        for (PageView view : result.views()) {
            known.put(view.row(), view);
            wanted.remove(view.row());
        }
        read.set(read.get() + 1);
    }
}

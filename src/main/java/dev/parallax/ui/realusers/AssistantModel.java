package dev.parallax.ui.realusers;

import dev.parallax.metric.Definition;
import dev.parallax.problem.Problem;
import dev.parallax.rum.ImportRecord;
import dev.parallax.service.ExamineExport;
import dev.parallax.service.ExportProposal;
import dev.parallax.service.ExportProposal.Column;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the user says the columns of an export are, and what would come of it: every change is
/// tried on the whole of the files, without storing anything.
public final class AssistantModel {
    private final RealUserUseCases useCases;
    private final List<Path> files;
    private final Latest<ImportRecord> trials;
    private final ReadOnlyObjectWrapper<ExportProposal> proposal;
    private final ReadOnlyObjectWrapper<Optional<ImportRecord>> trial =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> trouble;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private boolean changed;

    /// @param found what the files are taken for
    AssistantModel(
            RealUserUseCases useCases,
            Background background,
            List<Path> files,
            ExportProposal found) {
        this.useCases = useCases;
        this.files = List.copyOf(files);
        proposal = new ReadOnlyObjectWrapper<>(found);
        trouble = new ReadOnlyObjectWrapper<>(found.trouble());
        trials = new Latest<>(background, this::tried, this::refused);
        if (found.trouble().isEmpty()) {
            tryOut();
        }
    }

    public List<Path> files() {
        return files;
    }

    /// What the columns are now.
    public ReadOnlyObjectProperty<ExportProposal> proposal() {
        return proposal.getReadOnlyProperty();
    }

    /// What would come of it; empty while that is being found out, and if nothing would.
    public ReadOnlyObjectProperty<Optional<ImportRecord>> trial() {
        return trial.getReadOnlyProperty();
    }

    /// Why nothing would come of it.
    public ReadOnlyObjectProperty<Optional<Problem>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether the user has said anything: only then there is a mapping to keep.
    public boolean isChanged() {
        return changed;
    }

    /// The import is off: nobody waits for the trial any more.
    public void leave() {
        trials.clear();
        busy.set(false);
    }

    /// Says what a column holds.
    ///
    /// @param field its key; empty if the column is not used
    public void hold(int column, String field) {
        if (!proposal.get().columns().get(column).field().equals(field)) {
            change(column, _ -> ExamineExport.choose(proposal.get(), column, field));
        }
    }

    /// Says in which unit a metric's column is.
    public void unit(int column, String unit) {
        change(
                column,
                before ->
                        new Column(
                                before.name(),
                                before.field(),
                                ExportProposal.Confidence.CHOSEN,
                                unit,
                                "",
                                before.definition()));
    }

    /// Says whether a metric is measured as the product does.
    public void definition(int column, Definition definition) {
        change(
                column,
                before ->
                        new Column(
                                before.name(),
                                before.field(),
                                before.confidence(),
                                before.unit(),
                                before.proof(),
                                definition));
    }

    /// Says in which zone times are that do not say it themselves.
    public void zone(String zone) {
        if (!proposal.get().zone().equals(zone)) {
            set(proposal.get().with(proposal.get().columns(), zone));
        }
    }

    private void change(int at, UnaryOperator<Column> change) {
        var columns = new ArrayList<>(proposal.get().columns());
        Column before = columns.get(at);
        columns.set(at, change.apply(before));
        if (!columns.get(at).equals(before)) {
            set(proposal.get().with(columns, proposal.get().zone()));
        }
    }

    private void set(ExportProposal newProposal) {
        changed = true;
        proposal.set(newProposal);
        tryOut();
    }

    private void tryOut() {
        busy.set(true);
        trial.set(Optional.empty());
        ExportProposal now = proposal.get();
        boolean own = changed;
        trials.submit(progress ->
                own ? useCases.tryOut(files, now, progress) : useCases.tryOut(files, progress));
    }

    private void tried(ImportRecord record) {
        busy.set(false);
        trouble.set(Optional.empty());
        trial.set(Optional.of(record));
    }

    private void refused(Problem problem) {
        busy.set(false);
        trouble.set(Optional.of(problem));
    }
}

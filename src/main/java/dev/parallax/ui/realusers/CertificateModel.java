package dev.parallax.ui.realusers;

import dev.parallax.rum.Certificate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How far the data set on show can be trusted.
public final class CertificateModel {
    private final RealUserUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final Runnable changed;
    private final Latest<Certificate> questions;
    private final ReadOnlyObjectWrapper<Optional<Certificate>> certificate =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> done =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Dataset shown;

    /// The name of the data set that something was done to last.
    private String doneTo = "";

    /// @param changed is called when what is in the data set was changed
    CertificateModel(
            RealUserUseCases useCases, Background background, Problems problems, Runnable changed) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        this.changed = changed;
        questions =
                new Latest<>(
                        background,
                        found -> {
                            busy.set(false);
                            if (found.dataset().equals(shown)) {
                                certificate.set(Optional.of(found));
                            }
                        },
                        problem -> {
                            busy.set(false);
                            problems.show(problem);
                        });
    }

    /// Empty until it is known.
    public ReadOnlyObjectProperty<Optional<Certificate>> certificate() {
        return certificate.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What was done last, in a sentence.
    public ReadOnlyObjectProperty<Optional<String>> done() {
        return done.getReadOnlyProperty();
    }

    public void forgetDone() {
        done.set(Optional.empty());
    }

    private void say(Dataset to, String what) {
        doneTo = to.name();
        done.set(Optional.of(what));
    }

    /// Draws up the certificate of a data set, once.
    void show(@Nullable Dataset dataset) {
        if (dataset != null && dataset.equals(shown)) {
            return;
        }
        if (dataset != null && !dataset.name().equals(doneTo)) {
            done.set(Optional.empty());
        }
        shown = dataset;
        certificate.set(Optional.empty());
        questions.clear();
        busy.set(dataset != null);
        if (dataset != null) {
            questions.submit(progress -> useCases.certify(dataset.name(), progress));
        }
    }

    /// Writes the certificate, as JSON if the file's name ends so, else as HTML.
    public void export(Path file) {
        certificate
                .get()
                .ifPresent(made ->
                        background.run(
                                Texts.of("realusers.exporting", file.getFileName()),
                                _ -> {
                                    useCases.write(made, file);
                                    return file;
                                },
                                written ->
                                        say(
                                                made.dataset(),
                                                Texts.of("views.exported", written.getFileName())),
                                problems::show,
                                () -> {}));
    }

    /// Reads the lines that were kept of an import.
    public void lines(long importId, Consumer<List<QuarantinedLine>> show) {
        Dataset dataset = shown;
        if (dataset != null) {
            background.load(_ -> useCases.lines(dataset.name(), importId), show, problems::show);
        }
    }

    /// Puts values back that were taken for missing, in all imports of the data set.
    public void restore(QuarantineReason reason) {
        Dataset dataset = shown;
        if (dataset != null) {
            background.run(
                    Texts.of("certificate.restoring", reason.label()),
                    _ -> useCases.restore(dataset.name(), reason),
                    count -> {
                        say(dataset, Texts.of("certificate.restored", count));
                        changed.run();
                    },
                    problems::show,
                    () -> {});
        }
    }

    /// Takes an import out of the data set for good.
    public void remove(long importId) {
        Dataset dataset = shown;
        if (dataset != null) {
            background.run(
                    Texts.of("certificate.removing", dataset.name()),
                    _ -> {
                        useCases.removeImport(dataset.name(), importId);
                        return importId;
                    },
                    _ -> {
                        say(dataset, Texts.of("certificate.removed"));
                        changed.run();
                    },
                    problems::show,
                    () -> {});
        }
    }
}

package dev.parallax.service;

import dev.parallax.importer.Examination;
import dev.parallax.importer.ImportOptions;
import dev.parallax.importer.Importer;
import dev.parallax.importer.TrialTarget;
import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportReport;
import dev.parallax.service.ExportProposal.Column;
import dev.parallax.service.ExportProposal.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Use case: looks at an export before anything is stored, lets the user say what its columns are,
/// tries it, and keeps what was said for the next time.
public final class ExamineExport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Importer importer;
    private final SavedMappings saved;

    public ExamineExport(Importer importer, SavedMappings saved) {
        this.importer = importer;
        this.saved = saved;
    }

    /// The keys of everything that a column can hold.
    public static List<String> fields() {
        return Importer.fields();
    }

    /// The keys of the units that a time can be in.
    public static List<String> units(Metric metric) {
        return metric == Metric.CLS
                ? List.of("plain", "thousandths")
                : List.of("ms", "s", "us", "ns");
    }

    /// Says what the first of some files is taken for.
    ///
    /// @throws ProblemException if it cannot be read
    public ExportProposal examine(List<Path> files, Progress progress) {
        Examination found = importer.examine(files, ImportOptions.FIND_OUT, progress);
        List<String> names = found.columns().stream().map(Examination.Column::name).toList();
        Optional<Path> own = saved.fitting(names);
        if (own.isPresent()) {
            var options = new ImportOptions(Optional.empty(), own, Set.of());
            found = importer.examine(files, options, progress);
        }
        return proposal(found, own);
    }

    /// Says what the first of the files to be imported is taken for, as far as nobody has said what
    /// they are.
    ///
    /// @throws ProblemException if it cannot be read
    public ExportProposal examine(ImportPageViews.Order order, Progress progress) {
        if (order.format().isEmpty() && order.mapping().isEmpty()) {
            return examine(order.files(), progress);
        }
        var options = new ImportOptions(order.format(), order.mapping(), order.keptParameters());
        return proposal(importer.examine(order.files(), options, progress), order.mapping());
    }

    private static ExportProposal proposal(Examination found, Optional<Path> own) {
        return new ExportProposal(
                found.file(),
                found.format(),
                found.title(),
                found.evidence().key(),
                !found.isFixed() && !found.columns().isEmpty(),
                found.shape().name().toLowerCase(Locale.ROOT),
                found.zone().map(zone -> zone.getId()).orElse("UTC"),
                found.columns().stream().map(ExamineExport::column).toList(),
                found.rows(),
                own,
                found.trouble());
    }

    private static Column column(Examination.Column column) {
        return new Column(
                column.name(),
                column.field(),
                Confidence.valueOf(column.confidence().name()),
                column.unit(),
                column.proof(),
                column.definition());
    }

    /// A column of a proposal as what the user says it is; the unit of a metric is told by the size
    /// of its values.
    ///
    /// @param field key of what it holds; empty if it is not used
    public static Column choose(ExportProposal proposal, int column, String field) {
        Column before = proposal.columns().get(column);
        Optional<Metric> metric = Metric.byKey(field);
        if (metric.isEmpty()) {
            return new Column(before.name(), field, Confidence.CHOSEN, "", "", Definition.UNKNOWN);
        }
        List<String> values = proposal.rows().stream().map(row -> row.get(column)).toList();
        Examination.Unit unit = Importer.unitOf(metric.get(), values);
        return new Column(
                before.name(),
                field,
                Confidence.CHOSEN,
                unit.key(),
                unit.proof(),
                before.definition());
    }

    /// Reads the files to the end as an import would, and stores nothing.
    ///
    /// @throws ProblemException if no record is usable
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public ImportReport tryOut(ImportPageViews.Order order, Progress progress) {
        Optional<Path> mapping = order.mapping();
        if (order.format().isEmpty() && mapping.isEmpty()) {
            mapping = savedFor(order.files(), progress);
        }
        var options = new ImportOptions(order.format(), mapping, order.keptParameters());
        return importer.read(order.files(), options, new TrialTarget(), progress);
    }

    /// The mapping that the user made for files like these.
    ///
    /// @throws ProblemException if the first file cannot be read
    Optional<Path> savedFor(List<Path> files, Progress progress) {
        return saved.list().isEmpty() ? Optional.empty() : examine(files, progress).saved();
    }

    /// Reads the files to the end with the user's own mapping of their columns, and stores nothing.
    ///
    /// @throws ProblemException if no record is usable
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public ImportReport tryOut(List<Path> files, ExportProposal changed, Progress progress) {
        try {
            Path mapping = Files.createTempFile("mapping", ".json");
            try {
                Files.writeString(mapping, json(changed.title(), changed));
                var options = new ImportOptions(Optional.empty(), Optional.of(mapping), Set.of());
                return importer.read(files, options, new TrialTarget(), progress);
            } finally {
                Files.deleteIfExists(mapping);
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "mapping-not-saved",
                            "cannot write a temporary mapping",
                            failed.toString(),
                            "check that the temporary folder has room"),
                    failed);
        }
    }

    /// Keeps a mapping for this export and for later ones with the same columns.
    ///
    /// @param name for people
    /// @return the mapping file, which `--mapping` takes as well
    public Path save(String name, ExportProposal proposal) {
        return saved.save(name, json(name, proposal));
    }

    /// The mapping as `docs/mapping-format.md` describes it.
    static String json(String name, ExportProposal proposal) {
        var at = new LinkedHashMap<String, List<Map<String, Object>>>();
        var signature = new ArrayList<String>();
        for (Column column : proposal.columns()) {
            if (!column.field().isEmpty()) {
                var place = new LinkedHashMap<String, Object>();
                place.put("path", column.name());
                if (!column.unit().isEmpty()) {
                    place.put("unit", column.unit());
                    place.put("definition", column.definition().key());
                }
                at.computeIfAbsent(column.field(), _ -> new ArrayList<>()).add(place);
                signature.add(column.name());
            }
        }
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("format", "own");
        mapping.put("title", name);
        mapping.put("shape", proposal.shape());
        mapping.put("detect", List.of(signature));
        mapping.put("zone", proposal.zone());
        mapping.put("at", at);
        return JSON.writeValueAsString(mapping);
    }
}

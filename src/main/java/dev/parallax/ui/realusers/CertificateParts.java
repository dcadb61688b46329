package dev.parallax.ui.realusers;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.ImportRecord.MetricReport;
import dev.parallax.rum.ImportRecord.SourceFile;
import dev.parallax.rum.QualityFacts;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.rum.StoredImport;
import dev.parallax.ui.chart.DayBars;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatusPill;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The cards a certificate is made of.
final class CertificateParts {
    private static final int MOST_GAPS = 6;

    private final CertificateModel model;
    private final SegmentModel segment;
    private final Map<Exclusion, CheckBox> including = new EnumMap<>(Exclusion.class);

    CertificateParts(CertificateModel model, SegmentModel segment) {
        this.model = model;
        this.segment = segment;
    }

    /// The sum that shows that no record was lost.
    Region sum(Certificate certificate) {
        return new Card(
                Texts.of("certificate.records"), new RecordSum(certificate.sum(), Labels::figure));
    }

    /// What looks wrong.
    Optional<Region> notes(Certificate certificate) {
        List<String> notes =
                Stream.concat(certificate.suspicions().stream(), certificate.warnings().stream())
                        .toList();
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        var rows = new VBox(6);
        for (String note : notes) {
            Label text = Labels.paragraph(note);
            HBox.setHgrow(text, Priority.ALWAYS);
            rows.getChildren()
                    .add(new HBox(8, Icons.of(Feather.ALERT_TRIANGLE, "warning-icon"), text));
        }
        return Optional.of(new Card(Texts.of("certificate.notes"), rows));
    }

    /// Records that brought nothing, by reason.
    Optional<Region> leftOut(Certificate certificate) {
        var grid =
                new FactGrid(
                        List.of(
                                Texts.of("certificate.what"),
                                "*" + Texts.of("certificate.reason"),
                                "#" + Texts.of("certificate.records.short"),
                                Texts.of("certificate.first")));
        for (LeftOut part : certificate.rejected()) {
            grid.row(
                    Texts.of("certificate.rejected.one"),
                    part.reason(),
                    Numbers.count(part.count()),
                    part.first());
        }
        for (LeftOut part : certificate.filtered()) {
            grid.row(
                    Texts.of("certificate.filtered.one"),
                    part.reason(),
                    Numbers.count(part.count()),
                    part.first());
        }
        return grid.getRowCount() == 1
                ? Optional.empty()
                : Optional.of(new Card(Texts.of("certificate.leftout"), grid));
    }

    /// Units with their proof and definitions.
    Region metrics(Certificate certificate) {
        var grid =
                new FactGrid(
                        List.of(
                                Texts.of("compare.metric"),
                                "#" + heads(certificate.dataset().kind()),
                                Texts.of("certificate.unit"),
                                "*" + Texts.of("certificate.proof"),
                                Texts.of("certificate.definition")));
        for (Metric metric : certificate.metrics()) {
            for (MetricReport report : certificate.reports(metric)) {
                grid.row(
                        metric.shortName(),
                        Numbers.count(report.views()),
                        report.unit(),
                        report.proof().isEmpty() ? Numbers.NONE : report.proof(),
                        definition(report.definition()));
            }
        }
        return new Card(Texts.of("certificate.metrics"), grid);
    }

    private static String heads(Dataset.Kind kind) {
        return switch (kind) {
            case PAGE_VIEWS -> Texts.of("realusers.pageviews");
            case AGGREGATES -> Texts.of("certificate.distributions");
        };
    }

    private static StatusPill definition(Definition definition) {
        return switch (definition) {
            case SAME -> new StatusPill(Texts.of("certificate.same"), "success");
            case DIFFERS -> new StatusPill(Texts.of("certificate.differs"), "warning");
            case UNKNOWN -> new StatusPill(Texts.of("certificate.unknown"), "neutral");
        };
    }

    /// Which share of the page views lacks what.
    Region missing(QualityFacts facts) {
        var grid =
                new FactGrid(
                        List.of(
                                Texts.of("certificate.dimension"),
                                "*",
                                "#" + Texts.of("certificate.missing")));
        addMissing(grid, Texts.of("realusers.page"), facts.withoutPage(), facts.rows());
        for (Dimension dimension : Dimension.all()) {
            addMissing(
                    grid,
                    dimension.label(),
                    facts.missing().getOrDefault(dimension, facts.rows()),
                    facts.rows());
        }
        addMissing(grid, Texts.of("views.session"), facts.withoutSession(), facts.rows());
        return new Card(Texts.of("certificate.unknowns"), grid);
    }

    private static void addMissing(FactGrid grid, String name, long missing, long rows) {
        double share = rows == 0 ? 0 : (double) missing / rows;
        grid.row(name, new KnownBar(1 - share), Numbers.percent(share));
    }

    /// When there were page views, and when there were none.
    Region time(QualityFacts facts) {
        var rows = new VBox(12);
        var range = facts.range();
        if (range == null) {
            rows.getChildren().add(Labels.paragraph(Texts.of("realusers.notime")));
            return new Card(Texts.of("certificate.time"), rows);
        }
        rows.getChildren()
                .addAll(
                        Labels.paragraph(
                                Texts.of(
                                        "certificate.range",
                                        Numbers.second(range.from()),
                                        Numbers.second(range.to()),
                                        Numbers.count(Math.round(facts.viewsADay())))),
                        new DayBars(facts.days()));
        if (facts.withoutTime() > 0) {
            rows.getChildren()
                    .add(
                            Labels.paragraph(
                                    Texts.of(
                                            "certificate.timeless",
                                            Numbers.count(facts.withoutTime()))));
        }
        if (facts.gapCount() == 0) {
            rows.getChildren().add(Labels.paragraph(Texts.of("certificate.nogaps")));
        } else {
            rows.getChildren()
                    .add(
                            Labels.paragraph(
                                    Texts.of(
                                            "certificate.gaps",
                                            facts.gapCount(),
                                            Numbers.duration(facts.inGaps()))));
            var grid =
                    new FactGrid(
                            List.of(
                                    Texts.of("certificate.gap.from"),
                                    Texts.of("certificate.gap.to"),
                                    "#" + Texts.of("certificate.gap.length")));
            facts.gaps().stream()
                    .limit(MOST_GAPS)
                    .forEach(gap ->
                            grid.row(
                                    Numbers.moment(gap.from()),
                                    Numbers.moment(gap.to()),
                                    Numbers.duration(gap.length())));
            rows.getChildren().add(grid);
        }
        return new Card(Texts.of("certificate.time"), rows);
    }

    /// Page views that nobody lived through, each kind with a switch.
    Optional<Region> excluded(QualityFacts facts) {
        including.clear();
        if (facts.exclusions().isEmpty()) {
            return Optional.empty();
        }
        var grid =
                new FactGrid(
                        List.of(
                                "*" + Texts.of("certificate.whose"),
                                "#" + Texts.of("realusers.pageviews"),
                                Texts.of("certificate.counted")));
        facts.exclusions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    var box = new CheckBox(Texts.of("certificate.include"));
                    box.setOnAction(_ -> segment.toggle(entry.getKey()));
                    including.put(entry.getKey(), box);
                    grid.row(entry.getKey().label(), Numbers.count(entry.getValue()), box);
                });
        followSegment();
        return Optional.of(
                new Card(
                        Texts.of("certificate.excluded"),
                        Labels.caption(Texts.of("certificate.excluded.hint")),
                        grid));
    }

    /// Lets the switches show what the segment says.
    void followSegment() {
        including.forEach((exclusion, box) ->
                box.setSelected(segment.segment().including().contains(exclusion)));
    }

    /// Values that were taken for missing, with what was kept of their lines.
    Optional<Region> quarantine(Certificate certificate) {
        if (certificate.quarantine().isEmpty()) {
            return Optional.empty();
        }
        var grid =
                new FactGrid(
                        List.of(
                                Texts.of("compare.metric"),
                                "*" + Texts.of("certificate.reason"),
                                "#" + Texts.of("certificate.values"),
                                "#" + Texts.of("certificate.restorable"),
                                ""));
        for (QuarantinedValues values : certificate.quarantine()) {
            var actions = new HBox(4);
            actions.getChildren()
                    .add(
                            Buttons.link(
                                    Texts.of("certificate.lines"), () -> showLines(values, grid)));
            if (values.restorable() > 0) {
                actions.getChildren()
                        .add(
                                Buttons.link(
                                        Texts.of("certificate.restore"),
                                        () -> confirmRestore(values, grid)));
            }
            grid.row(
                    values.metric().shortName(),
                    values.reason().label(),
                    Numbers.count(values.count()),
                    Numbers.count(values.restorable()),
                    actions);
        }
        return Optional.of(new Card(Texts.of("certificate.quarantine"), grid));
    }

    private void showLines(QuarantinedValues values, Node owner) {
        model.lines(
                values.importId(),
                lines ->
                        new LinesDialog(
                                        owner,
                                        lines.stream()
                                                .filter(line ->
                                                        line.reason()
                                                                .contains(values.reason().label()))
                                                .toList(),
                                        lines)
                                .show());
    }

    private void confirmRestore(QuarantinedValues values, Node owner) {
        new FormDialog(
                        owner,
                        Texts.of("certificate.restore.title", values.reason().label()),
                        Texts.of("certificate.restore"))
                .explain(Texts.of("certificate.restore.explain", values.reason().label()))
                .show(() -> model.restore(values.reason()));
    }

    /// The imports with their files, each of which can be taken out.
    Region imports(Certificate certificate) {
        var rows = new ArrayList<Node>();
        for (StoredImport one : certificate.imports()) {
            String amount = Amounts.of(certificate.dataset().kind(), one.size().rows());
            rows.add(
                    oneImport(
                            one,
                            amount,
                            certificate.imports().size() > 1
                                    ? Texts.of("certificate.remove.explain", amount)
                                    : Texts.of("certificate.remove.last", amount)));
        }
        var list = new VBox(16);
        list.getChildren().setAll(rows);
        return new Card(Texts.of("certificate.imports"), list);
    }

    /// @param amount of what it brought
    /// @param effect what taking it out would do
    private Node oneImport(StoredImport one, String amount, String effect) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label title =
                Labels.body(
                        Texts.of(
                                "certificate.import",
                                Numbers.second(one.imported()),
                                one.record().format(),
                                amount));
        title.getStyleClass().add("strong");
        var head = new HBox(8, title, gap);
        head.getStyleClass().add("card-head");
        head.getChildren()
                .add(
                        Buttons.link(
                                Texts.of("certificate.remove"),
                                () -> confirmRemove(one, effect, head)));
        var files = new VBox(4);
        for (SourceFile file : one.record().files()) {
            Label name =
                    Labels.body(
                            Texts.of("certificate.file", file.name(), Numbers.bytes(file.bytes())));
            Label sha =
                    Labels.caption(
                            file.sha256().isEmpty()
                                    ? Texts.of("certificate.nosha")
                                    : "SHA-256 " + file.sha256());
            sha.setWrapText(true);
            files.getChildren().addAll(name, sha);
        }
        return new VBox(6, head, files);
    }

    private void confirmRemove(StoredImport one, String effect, Node owner) {
        String file =
                one.record().files().stream()
                        .findFirst()
                        .map(SourceFile::name)
                        .orElseGet(() -> Numbers.second(one.imported()));
        new FormDialog(
                        owner,
                        Texts.of("certificate.remove.title", file),
                        Texts.of("certificate.remove"))
                .explain(effect)
                .dangerous()
                .show(() -> model.remove(one.id()));
    }
}

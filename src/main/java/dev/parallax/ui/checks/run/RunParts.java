package dev.parallax.ui.checks.run;

import dev.parallax.measure.Iteration;
import dev.parallax.measure.Run;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.SegmentedControl;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The parts of a run, of which one is on show: a summary, the time line with its requests, what
/// the pages said, and the run beside another one.
final class RunParts extends VBox {
    private static final int SHOWN_ITERATIONS = 12;

    private final OptionalInt removedAfterDays;
    private final Run run;
    private final Beside beside;
    private final SegmentedControl<Part> part;
    private final List<Iteration> iterations;
    private final SegmentedControl<Iteration> iteration;
    private final HBox choice;
    private final VBox content = new VBox(16);

    /// What is on show.
    enum Part {
        SUMMARY,
        REQUESTS,
        MESSAGES,
        BESIDE;

        String title() {
            return switch (this) {
                case SUMMARY -> Texts.of("run.summary");
                case REQUESTS -> Texts.of("run.requests");
                case MESSAGES -> Texts.of("run.messages");
                case BESIDE -> Texts.of("run.beside");
            };
        }
    }

    RunParts(Run run, OptionalInt removedAfterDays, Beside beside) {
        super(16);
        this.run = run;
        this.removedAfterDays = removedAfterDays;
        this.beside = beside;
        part = new SegmentedControl<>(List.of(Part.values()), Part::title);
        part.setId("run-parts");
        part.offer(parts());
        iterations = run.iterations().stream().limit(SHOWN_ITERATIONS).toList();
        iteration = new SegmentedControl<>(iterations, this::name);
        iteration.value().set(telling());
        choice = new HBox(8, Labels.caption(Texts.of("run.iteration")), iteration);
        choice.setAlignment(Pos.CENTER_LEFT);
        var controls = new FlowPane(16, 8, part, choice);
        getChildren().addAll(controls, content);
        part.value().subscribe(_ -> fill());
        iteration.value().subscribe(_ -> fill());
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(Part.SUMMARY);
        if (run.iterations().stream().anyMatch(each -> !each.exchanges().isEmpty())) {
            parts.add(Part.REQUESTS);
        }
        if (run.iterations().stream().anyMatch(each -> !each.evidence().messages().isEmpty())) {
            parts.add(Part.MESSAGES);
        }
        if (!beside.others().isEmpty()) {
            parts.add(Part.BESIDE);
        }
        return parts;
    }

    /// The median one is marked, as it stands for the run.
    private String name(Iteration each) {
        boolean isMedian =
                run.iterations().size() > 1
                        && run.medianIteration().filter(each::equals).isPresent();
        return isMedian ? Texts.of("run.median", each.number()) : String.valueOf(each.number());
    }

    /// The one that failed, or else the one that stands for the run.
    private Iteration telling() {
        return iterations.stream()
                .filter(each -> each.failure().isPresent())
                .findFirst()
                .or(() -> run.medianIteration().filter(iterations::contains))
                .orElse(iterations.getFirst());
    }

    private void fill() {
        Part chosen = part.value().get();
        boolean ofIteration = chosen != Part.BESIDE && iterations.size() > 1;
        choice.setVisible(ofIteration);
        choice.setManaged(ofIteration);
        Iteration each = iteration.value().get();
        content.getChildren()
                .setAll(
                        switch (chosen) {
                            case SUMMARY -> summary(each);
                            case REQUESTS -> List.of(requests(each));
                            case MESSAGES -> List.of(messages(each));
                            case BESIDE -> List.of(new BesidePane(run, beside));
                        });
    }

    private List<Node> summary(Iteration each) {
        var nodes = new ArrayList<Node>();
        var pages = new PageTable(run);
        if (!pages.isEmpty()) {
            nodes.add(new Card(Texts.of("run.pages", run.iterations().size()), pages));
        }
        each.screenshot()
                .ifPresent(picture ->
                        nodes.add(
                                new Card(
                                        Texts.of("run.screenshot"),
                                        Pictures.screenshot(picture.jpeg()))));
        nodes.add(new Card(Texts.of("run.steps"), new StepList(each.steps())).flush());
        removedAfterDays.ifPresent(
                days -> nodes.add(new Card(Texts.of("run.details"), removed(days))));
        return nodes;
    }

    private static Node requests(Iteration each) {
        if (each.exchanges().isEmpty()) {
            return Labels.paragraph(Texts.of("run.norequests"));
        }
        return new Card(
                Texts.of("run.waterfall", each.exchanges().size()), new WaterfallPane(each));
    }

    private static Node messages(Iteration each) {
        return each.evidence().messages().isEmpty()
                ? Labels.paragraph(Texts.of("run.nomessages"))
                : new Card(
                                Texts.of("run.console", each.evidence().messages().size()),
                                new MessageTable(each.evidence().messages()))
                        .flush();
    }

    private static Node removed(int days) {
        Label text = Labels.caption(Texts.of("run.removed", days));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        return text;
    }
}

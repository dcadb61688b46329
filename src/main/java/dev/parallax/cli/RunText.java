package dev.parallax.cli;

import dev.parallax.measure.Agreement;
import dev.parallax.measure.Run;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A run as lines for a terminal: how it ended, then the medians of its pages.
final class RunText {
    private RunText() {}

    static List<String> of(Run run) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %s, %d %s, %s%s"
                        .formatted(
                                run.journey(),
                                run.status().label(),
                                run.iterations().size(),
                                run.iterations().size() == 1 ? "iteration" : "iterations",
                                run.conditions().engine(),
                                run.tainted() ? ", tainted: the machine was starved" : ""));
        run.problem().ifPresent(problem -> lines.add(problem.oneLine()));
        Map<String, Map<Metric, Double>> medians = PageMedians.of(run);
        if (!medians.isEmpty()) {
            lines.add("");
            lines.addAll(table("page (medians)", medians).lines());
        }
        Map<String, Map<Metric, Double>> repeats = PageMedians.ofRepeats(run);
        if (!repeats.isEmpty()) {
            lines.add("");
            lines.addAll(table("page (repeat views)", repeats).lines());
        }
        Agreement.of(run).stream()
                .filter(agreement -> !agreement.agrees())
                .forEach(agreement -> lines.add(disagreement(agreement)));
        run.iterations().stream()
                .flatMap(iteration -> iteration.steps().stream())
                .filter(StepResult::isDrifted)
                .map(StepResult.Done.class::cast)
                .map(RunText::drift)
                .distinct()
                .forEach(lines::add);
        run.conditions().notes().forEach(note -> lines.add("Note: " + note + "."));
        return lines;
    }

    private static String disagreement(Agreement agreement) {
        return "The iterations do not agree on %s of %s: robust CV %.0f %% over %d."
                .formatted(
                        agreement.metric().label(),
                        agreement.page(),
                        agreement.robustCv() * 100,
                        agreement.runs());
    }

    private static String drift(StepResult.Done step) {
        return "Drifted: \"%s\" found its element by %s, not by %s."
                .formatted(step.label(), step.selector(), step.expected());
    }

    private static TextTable table(String title, Map<String, Map<Metric, Double>> medians) {
        List<Metric> shown =
                Metric.all().stream()
                        .filter(metric ->
                                medians.values().stream()
                                        .anyMatch(page -> page.containsKey(metric)))
                        .toList();
        List<String> header = new ArrayList<>(List.of(title));
        shown.forEach(metric -> header.add("#" + MetricText.header(metric)));
        List<List<String>> rows = new ArrayList<>();
        medians.forEach((page, metrics) -> {
            List<String> row = new ArrayList<>(List.of(page));
            shown.forEach(metric -> {
                Double value = metrics.get(metric);
                row.add(value == null ? "–" : MetricText.number(metric, value));
            });
            rows.add(row);
        });
        return new TextTable(header, rows);
    }
}

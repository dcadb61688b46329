package dev.parallax.cli;

import dev.parallax.measure.Agreement;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Machine;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.Run;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The JSON shape of a run, as `docs/cli.md` describes it.
final class RunJson {
    private RunJson() {}

    static JsonObject of(Run run) {
        return JsonObject.of("run", run.id().toString())
                .with("journey", run.journey())
                .with("revision", run.revision())
                .with("status", run.status().key())
                .with("tainted", run.tainted())
                .with("drifted", run.isDrifted())
                .with("started", run.started().toString())
                .with("tookMillis", run.took().toMillis())
                .with("engine", run.conditions().engine())
                .with("notes", run.conditions().notes())
                .with("machine", machine(run.conditions()))
                .with(
                        "profile",
                        JsonObject.of("requested", ProfileJson.of(run.conditions().requested()))
                                .with("applied", ProfileJson.of(run.conditions().applied())))
                .with("problem", run.problem().map(problem -> problem.oneLine()))
                .with("pages", medians(PageMedians.of(run)))
                .with("repeatPages", medians(PageMedians.ofRepeats(run)))
                .with("steps", run.iterations().isEmpty() ? List.of() : steps(run))
                .with("medianIteration", run.medianIteration().map(Iteration::number))
                .with("agreement", Agreement.of(run).stream().map(RunJson::agreement).toList())
                .with("iterations", run.iterations().stream().map(RunJson::iteration).toList())
                .with(
                        "waterfall",
                        run.iterations().isEmpty()
                                ? Optional.empty()
                                : Optional.of(WaterfallJson.of(shown(run))));
    }

    private static List<JsonObject> medians(Map<String, Map<Metric, Double>> pages) {
        return pages.entrySet().stream()
                .map(page ->
                        JsonObject.of("page", page.getKey())
                                .with("metrics", metrics(page.getValue())))
                .toList();
    }

    private static JsonObject machine(Conditions conditions) {
        Machine machine = conditions.machine();
        return JsonObject.of("system", machine.system())
                .with("program", machine.program())
                .with("driver", machine.driver())
                .with("processors", machine.processors())
                .with("loadAverage", conditions.loadAverage())
                .with("memoryBytes", machine.memoryBytes())
                .with("freeMemoryBytes", machine.freeMemoryBytes())
                .with("power", machine.power().key())
                .with("batteryPercent", machine.batteryPercent())
                .with("network", machine.network().key())
                .with("benchmark", machine.benchmark() < 0 ? null : machine.benchmark());
    }

    private static JsonObject agreement(Agreement agreement) {
        return JsonObject.of("page", agreement.page())
                .with("metric", agreement.metric().key())
                .with("runs", agreement.runs())
                .with("median", rounded(agreement.metric(), agreement.median()))
                .with("robustCv", Math.round(agreement.robustCv() * 1e4) / 1e4)
                .with("agrees", agreement.agrees());
    }

    private static JsonObject iteration(Iteration iteration) {
        return JsonObject.of("number", iteration.number())
                .with("cache", iteration.cache().key())
                .with("ok", iteration.failure().isEmpty())
                .with("requests", iteration.exchanges().size())
                .with("failedRequests", iteration.failedExchanges().size())
                .with(
                        "errors",
                        iteration.evidence().messages().stream()
                                .filter(PageMessage::isError)
                                .count())
                .with(
                        "pages",
                        iteration.pages().stream()
                                .map(page ->
                                        JsonObject.of("page", page.page())
                                                .with("url", page.url())
                                                .with("template", page.template().path())
                                                .with("metrics", metrics(page.metrics()))
                                                .with(
                                                        "timing",
                                                        page.timing().map(WaterfallJson::timing)))
                                .toList());
    }

    private static JsonObject metrics(Map<Metric, Double> metrics) {
        var json = JsonObject.empty();
        metrics.forEach((metric, value) -> json.with(metric.key(), rounded(metric, value)));
        return json;
    }

    /// A value at the resolution the product keeps it in.
    static double rounded(Metric metric, double value) {
        double scale = metric.unit().scale();
        return Math.round(value * scale) / scale;
    }

    private static List<JsonObject> steps(Run run) {
        return shown(run).steps().stream().map(RunJson::step).toList();
    }

    /// The iteration that failed; else the median one; else the last.
    private static Iteration shown(Run run) {
        return run.iterations().stream()
                .filter(iteration -> iteration.failure().isPresent())
                .findFirst()
                .or(run::medianIteration)
                .orElseGet(() -> run.iterations().getLast());
    }

    private static JsonObject step(StepResult step) {
        return switch (step) {
            case StepResult.Done done ->
                    JsonObject.of("label", done.label())
                            .with("status", "ok")
                            .with("durationMillis", done.took().toMillis())
                            .with("selector", done.selector())
                            .with("expected", done.expected());
            case StepResult.Failed failed ->
                    JsonObject.of("label", failed.label())
                            .with("status", "failed")
                            .with("durationMillis", failed.took().toMillis())
                            .with("problem", failed.problem().oneLine());
            case StepResult.Skipped skipped ->
                    JsonObject.of("label", skipped.label()).with("status", "skipped");
        };
    }
}

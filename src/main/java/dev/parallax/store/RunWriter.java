package dev.parallax.store;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.PageTiming.LargestPaint;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Run;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Writes a run into its tables.
final class RunWriter {
    private static final String ADD_RUN =
            """
            INSERT INTO run (uuid, journey, revision, status, tainted, started_at, took_ms,
                             requested, applied, engine, load_average, notes, machine,
                             problem_code, problem_kind, problem_what, problem_why, problem_next)
            SELECT :uuid, v.journey, v.revision, :status, :tainted, :startedAt, :took,
                   :requested, :applied, :engine, :loadAverage, :notes, :machine,
                   :problemCode, :problemKind, :problemWhat, :problemWhy, :problemNext
              FROM journey_revision v
              JOIN journey j ON j.id = v.journey
             WHERE j.name = :journey
               AND v.revision = :revision
            RETURNING id
            """;

    private static final String ADD_ITERATION =
            """
            INSERT INTO iteration (run, number, cache, failed)
            VALUES (:run, :number, :cache, :failed)
            """;

    private static final String ADD_STEP =
            """
            INSERT INTO step_result (run, iteration, position, outcome, label, took_ms, selector,
                                     expected, problem_code, problem_kind, problem_what, problem_why,
                                     problem_next, detail)
            VALUES (:run, :iteration, :position, :outcome, :label, :took, :selector,
                    :expected, :problemCode, :problemKind, :problemWhat, :problemWhy, :problemNext,
                    :detail)
            """;

    private static final String ADD_PAGE =
            """
            INSERT INTO page_result (run, iteration, position, page, url, template,
                                     start_ms, navigation, lcp_element, lcp_url)
            VALUES (:run, :iteration, :position, :page, :url, :template,
                    :start, :navigation, :lcpElement, :lcpUrl)
            """;

    private static final String ADD_METRIC =
            """
            INSERT INTO page_metric (run, iteration, position, metric, value)
            VALUES (:run, :iteration, :position, :metric, :value)
            """;

    private static final String ADD_EXCHANGE =
            """
            INSERT INTO exchange (run, iteration, position, method, url, status, type, protocol,
                                  start_ms, dns_ms, connect_ms, tls_ms, send_ms, wait_ms,
                                  receive_ms, transfer_bytes, failure)
            VALUES (:run, :iteration, :position, :method, :url, :status, :type, :protocol,
                    :start, :dns, :connect, :tls, :send, :wait, :receive, :transferBytes, :failure)
            """;

    private static final String ADD_DETAIL =
            "INSERT INTO iteration_detail (run, iteration, data) VALUES (:run, :iteration, :data)";

    private final Handle handle;
    private final long run;

    private RunWriter(Handle handle, long run) {
        this.handle = handle;
        this.run = run;
    }

    /// Writes a run without its pictures.
    ///
    /// @return false if a run of this id is there already; nothing is changed then
    static boolean write(Handle handle, Run run) {
        if (isStored(handle, run.id())) {
            return false;
        }
        var writer = new RunWriter(handle, addRun(handle, run));
        run.iterations().forEach(writer::write);
        return true;
    }

    private static boolean isStored(Handle handle, UUID id) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM run WHERE uuid = :uuid)")
                .bind("uuid", id.toString())
                .mapTo(boolean.class)
                .one();
    }

    private static long addRun(Handle handle, Run run) {
        var adding =
                handle.createQuery(ADD_RUN)
                        .bind("uuid", run.id().toString())
                        .bind("journey", run.journey())
                        .bind("revision", run.revision())
                        .bind("status", run.status().key())
                        .bind("tainted", run.tainted())
                        .bind("startedAt", run.started().toEpochMilli())
                        .bind("took", Keys.millis(run.took()))
                        .bind("requested", ProfileRows.keep(handle, run.conditions().requested()))
                        .bind("applied", ProfileRows.keep(handle, run.conditions().applied()))
                        .bind("engine", run.conditions().engine())
                        .bind("loadAverage", run.conditions().loadAverage())
                        .bind("notes", TextList.write(run.conditions().notes()))
                        .bind("machine", MachineJson.write(run.conditions().machine()));
        return ProblemColumns.bind(adding, run.problem().orElse(null))
                .mapTo(long.class)
                .findOne()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "revision %d of \"%s\" is not stored"
                                        .formatted(run.revision(), run.journey())));
    }

    private void write(Iteration iteration) {
        handle.createUpdate(ADD_ITERATION)
                .bind("run", run)
                .bind("number", iteration.number())
                .bind("cache", iteration.cache().key())
                .bind("failed", iteration.failure().isPresent())
                .execute();
        writeSteps(iteration.number(), iteration.steps());
        writePages(iteration.number(), iteration.pages());
        writeExchanges(iteration.number(), iteration.exchanges());
        DetailJson.pack(iteration)
                .ifPresent(data ->
                        handle.createUpdate(ADD_DETAIL)
                                .bind("run", run)
                                .bind("iteration", iteration.number())
                                .bind("data", data)
                                .execute());
    }

    private void writeSteps(int iteration, List<StepResult> steps) {
        var batch = handle.prepareBatch(ADD_STEP);
        for (int i = 0; i < steps.size(); i++) {
            place(batch, iteration, i);
            switch (steps.get(i)) {
                case StepResult.Done(var label, var took, var selector, var expected) -> {
                    step(batch, "done", label, Keys.millis(took), selector);
                    batch.bind("expected", expected);
                    problem(batch, null, null);
                }
                case StepResult.Failed(var label, var took, var problem, var detail) -> {
                    step(batch, "failed", label, Keys.millis(took), null);
                    batch.bind("expected", (String) null);
                    problem(batch, problem, detail);
                }
                case StepResult.Skipped(var label) -> {
                    step(batch, "skipped", label, null, null);
                    batch.bind("expected", (String) null);
                    problem(batch, null, null);
                }
            }
            batch.add();
        }
        execute(batch);
    }

    private static void step(
            PreparedBatch batch,
            String outcome,
            String label,
            @Nullable Double took,
            @Nullable String selector) {
        batch.bind("outcome", outcome)
                .bind("label", label)
                .bind("took", took)
                .bind("selector", selector);
    }

    private static void problem(
            PreparedBatch batch, @Nullable Problem problem, @Nullable String detail) {
        ProblemColumns.bind(batch, problem).bind("detail", detail);
    }

    private void writePages(int iteration, List<PageResult> pages) {
        var rows = handle.prepareBatch(ADD_PAGE);
        var metrics = handle.prepareBatch(ADD_METRIC);
        for (int i = 0; i < pages.size(); i++) {
            PageResult page = pages.get(i);
            place(rows, iteration, i)
                    .bind("page", page.page())
                    .bind("url", page.url())
                    .bind("template", page.template().path());
            timing(rows, page.timing()).add();
            int position = i;
            page.metrics()
                    .forEach((metric, value) ->
                            place(metrics, iteration, position)
                                    .bind("metric", metric.key())
                                    .bind("value", value)
                                    .add());
        }
        execute(rows);
        execute(metrics);
    }

    private static PreparedBatch timing(PreparedBatch batch, Optional<PageTiming> timing) {
        Optional<LargestPaint> largest = timing.flatMap(PageTiming::largestPaint);
        return batch.bind("start", timing.map(PageTiming::startMillis).orElse(null))
                .bind("navigation", timing.map(place -> place.kind().key()).orElse(null))
                .bind("lcpElement", largest.map(LargestPaint::element).orElse(null))
                .bind("lcpUrl", largest.map(LargestPaint::url).orElse(null));
    }

    private void writeExchanges(int iteration, List<Exchange> exchanges) {
        var batch = handle.prepareBatch(ADD_EXCHANGE);
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            Phases phases = exchange.phases();
            place(batch, iteration, i)
                    .bind("method", exchange.method())
                    .bind("url", exchange.url())
                    .bind("status", exchange.status())
                    .bind("type", exchange.type())
                    .bind("protocol", exchange.protocol())
                    .bind("start", exchange.startMillis())
                    .bind("dns", phases.dns())
                    .bind("connect", phases.connect())
                    .bind("tls", phases.tls())
                    .bind("send", phases.send())
                    .bind("wait", phases.waiting())
                    .bind("receive", phases.receive())
                    .bind("transferBytes", exchange.transferBytes())
                    .bind("failure", exchange.failure())
                    .add();
        }
        execute(batch);
    }

    private PreparedBatch place(PreparedBatch batch, int iteration, int position) {
        return batch.bind("run", run).bind("iteration", iteration).bind("position", position);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
        batch.close();
    }
}

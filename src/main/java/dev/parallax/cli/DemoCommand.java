package dev.parallax.cli;

import dev.parallax.compare.Comparison;
import dev.parallax.measure.RunStatus;
import dev.parallax.service.MakeDemo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax demo`
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the whole story on a bundled shop and writes a report.",
            "Runs the shop's journeys in a real browser and over HTTP, imports a simulated RUM export,",
            "compares lab and field, and writes DIR/report.html and DIR/demo.parallax.",
            "Replaces only a workspace that an earlier demo made."
        })
public final class DemoCommand implements Callable<Integer> {
    private final MakeDemo demo;
    private final Output output;
    private final Cancellation cancellation;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write; default: this platform's data folder.")
    private @Nullable Path folder;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "12",
            description = "How often to walk each journey, at least 6; default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Mixin private final JsonOption json = new JsonOption();

    public DemoCommand(MakeDemo demo, Output output, Cancellation cancellation) {
        this.demo = demo;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        MakeDemo.Made made =
                demo.make(Optional.ofNullable(folder), iterations, cancellation.progress(output));
        if (json.wanted()) {
            output.json(json(made));
        } else {
            made.story().comparisons().forEach(comparison -> output.line(comparison.sentence()));
            output.line("");
            output.line("Report:    " + made.report());
            output.line("Workspace: " + made.workspace());
        }
        return made.story().runs().stream().allMatch(run -> run.status() == RunStatus.OK)
                ? ExitCode.OK
                : ExitCode.CHECK_FAILED;
    }

    private static JsonObject json(MakeDemo.Made made) {
        return JsonObject.of("workspace", made.workspace().toString())
                .with("report", made.report().toString())
                .with("runs", made.story().runs().stream().map(RunJson::of).toList())
                .with(
                        "dataset",
                        JsonObject.of("name", made.story().dataset().name())
                                .with("pageViews", made.story().dataset().rows())
                                .with("weight", made.story().dataset().weight()))
                .with("comparisons", comparisons(made.story().comparisons()));
    }

    private static List<JsonObject> comparisons(List<Comparison> comparisons) {
        return comparisons.stream().map(ComparisonJson::of).toList();
    }
}

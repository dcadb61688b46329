package dev.parallax.cli;

import dev.parallax.service.ExamineMachine;
import dev.parallax.service.Finding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax doctor`
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Examines this machine and says what to do.",
            "Looks at Java, the browser and a smoke page in it, its sandbox, the display, the disk, and",
            "how steady timings are. Exit code 3 if something the product needs is missing."
        })
public final class DoctorCommand implements Callable<Integer> {
    private final ExamineMachine doctor;
    private final Output output;
    private final Cancellation cancellation;

    @Mixin private final JsonOption json = new JsonOption();

    public DoctorCommand(ExamineMachine doctor, Output output, Cancellation cancellation) {
        this.doctor = doctor;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        List<Finding> findings = doctor.examine(cancellation.progress(output));
        if (json.wanted()) {
            output.json(
                    Map.of(
                            "findings",
                            findings.stream()
                                    .map(finding ->
                                            JsonObject.of("subject", finding.subject())
                                                    .with("state", finding.state().key())
                                                    .with("found", finding.found())
                                                    .with("next", finding.next()))
                                    .toList()));
        } else {
            output.table(
                    List.of("subject", "state", "found"),
                    findings.stream()
                            .map(finding ->
                                    List.of(
                                            finding.subject(),
                                            finding.state().key(),
                                            finding.found()))
                            .toList());
            findings.stream()
                    .filter(finding -> !finding.next().isEmpty())
                    .forEach(finding -> output.line(finding.subject() + ": " + finding.next()));
        }
        return findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING)
                ? ExitCode.ENVIRONMENT
                : ExitCode.OK;
    }
}

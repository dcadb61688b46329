package dev.parallax.service;

import dev.parallax.journey.Variables;
import dev.parallax.measure.Run;
import dev.parallax.measure.Trace;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.report.HarFile;
import dev.parallax.store.JourneyStore;
import dev.parallax.store.RunStore;
import java.util.UUID;

/// Use case: what a run kept, in the forms other tools read.
public final class ExportEvidence {
    private final JourneyStore journeys;
    private final RunStore runs;

    public ExportEvidence(JourneyStore journeys, RunStore runs) {
        this.journeys = journeys;
        this.runs = runs;
    }

    /// The waterfalls of a run as an HTTP Archive.
    ///
    /// @throws ProblemException if there is no such run, its journey uses secrets, or its waterfall
    ///   was removed
    public String har(UUID id) {
        Run run = find(id);
        refuseSecrets(run);
        if (run.iterations().stream().allMatch(iteration -> iteration.exchanges().isEmpty())) {
            throw new ProblemException(
                    Problem.usage(
                            "no-waterfall",
                            "cannot write an archive of the run " + id,
                            "it has no requests, or they are kept no longer",
                            "run the journey again"));
        }
        return HarFile.of(run);
    }

    /// The trace of a run, a zip file for Playwright's trace viewer.
    ///
    /// @throws ProblemException if there is no such run or it has no trace
    public byte[] trace(UUID id) {
        return find(id).iterations().reversed().stream()
                .flatMap(iteration -> iteration.evidence().trace().stream())
                .map(Trace::zip)
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.usage(
                                        "no-trace",
                                        "the run " + id + " has no trace",
                                        "none was asked for, the journey uses secrets, or it is"
                                                + " kept no longer",
                                        "run the journey again with --trace")));
    }

    private Run find(UUID id) {
        return runs.find(id)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.usage(
                                        "run-unknown",
                                        "there is no run " + id,
                                        "it is not in this workspace",
                                        "`parallax check run --json` tells a run's id")));
    }

    /// What is hidden stays hidden, but a site may show what it made of a secret.
    private void refuseSecrets(Run run) {
        boolean secret =
                journeys.find(run.journey())
                        .map(revision -> Variables.mentionsSecret(revision.journey().toString()))
                        .orElse(true);
        if (secret) {
            throw new ProblemException(
                    Problem.usage(
                            "secrets-in-journey",
                            "no archive is written of the run " + run.id(),
                            "its journey uses secrets, or is there no longer to be asked",
                            "look at the waterfall in the window, where secrets are hidden"));
        }
    }
}

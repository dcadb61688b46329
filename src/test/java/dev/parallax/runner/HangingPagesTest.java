package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pages that do not behave: loops, dialogs without end, downloads, pages that crash again and
/// again.
final class HangingPagesTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(90));

    private final TestSite site = new TestSite();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void failsTheStepAtWhichAPageHangsAndKeepsWhatWasMeasured() {
        site.page(
                "/",
                "<h1>Home</h1><button onclick='setTimeout(() => {for (;;);}, 50)'>Go</button>");

        Run run =
                run(
                        Runs.open(site.url("/")),
                        Runs.mark("home"),
                        new Step.Click("go", Target.of("button")),
                        new Step.Wait("pause", new Condition.Passed(Duration.ofMillis(200))),
                        // of several selectors each is asked for, and that has no time-out
                        new Step.Click("hangs", Target.of("#none", "h1")),
                        Runs.mark("never"));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("page-hangs");
        Iteration walked = run.iterations().getFirst();
        List<StepResult> steps = walked.steps();
        assertThat(steps.get(4)).isInstanceOf(StepResult.Failed.class);
        assertThat(steps.get(5)).isEqualTo(new StepResult.Skipped("never"));
        assertThat(walked.pages()).hasSize(1);
        assertThat(run.took()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void answersDialogsWithoutEnd() {
        site.page("/", "<h1>Home</h1><button onclick='for (;;) alert(1)'>Go</button>");

        Run run =
                run(
                        Runs.open(site.url("/")),
                        new Step.Click("go", Target.of("button")),
                        new Step.Click("storm", Target.of("h1")));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().code()).isIn("page-hangs", "step-timeout");
        assertThat(run.took()).isLessThan(Duration.ofSeconds(60));
        assertThat(run.conditions().notes())
                .noneSatisfy(note -> assertThat(note).contains("engine was lost"));
        assertThat(run.iterations().getFirst().evidence().messages())
                .anySatisfy(message -> assertThat(message.text()).contains("50 dialogs"));
    }

    @Test
    void goesOnBehindADialogAndADownload() {
        site.page(
                "/",
                "<h1>Home</h1><button id=ask onclick=\"document.title = confirm('Sure?')\">Ask</button>"
                        + "<a id=file href=/file download>File</a>"
                        + "<script>addEventListener('beforeunload', event => event.preventDefault())"
                        + "</script>");
        site.answer("/file", 200, "application/zip", "PK", Duration.ZERO);
        site.page("/next", "<h1>Next</h1>");

        Run run =
                run(
                        Runs.open(site.url("/")),
                        new Step.Click("ask", Target.of("#ask")),
                        new Step.Click("file", Target.of("#file")),
                        Runs.open(site.url("/next")),
                        Runs.mark("next"));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
    }

    @Test
    void saysThatADownloadIsNoPage() {
        site.answer("/file", 200, "application/zip", "PK", Duration.ZERO);

        Run run = run(Runs.open(site.url("/file")));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("navigation-aborted");
        assertThat(run.problem().orElseThrow().why()).contains("download");
    }

    private static Run run(Step... steps) {
        return Runs.run(Runs.request(Runs.journey(steps), 1).withLimits(LIMITS));
    }
}

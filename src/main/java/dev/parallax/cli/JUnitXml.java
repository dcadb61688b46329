package dev.parallax.cli;

import dev.parallax.measure.Iteration;
import dev.parallax.measure.Run;
import dev.parallax.measure.StepResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A run as JUnit XML, the form every CI reads: an iteration is a suite, a step is a case.
final class JUnitXml {
    private JUnitXml() {}

    static String of(Run run) {
        String suites =
                run.iterations().stream()
                        .map(iteration -> suite(run, iteration))
                        .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\""
                + escaped(run.journey())
                + "\">\n"
                + suites
                + "</testsuites>\n";
    }

    private static String suite(Run run, Iteration iteration) {
        List<StepResult> steps = iteration.steps();
        long failures = steps.stream().filter(StepResult.Failed.class::isInstance).count();
        long skipped = steps.stream().filter(StepResult.Skipped.class::isInstance).count();
        String cases =
                steps.stream().map(step -> testCase(run, step)).collect(Collectors.joining());
        return "  <testsuite name=\"%s iteration %d\" tests=\"%d\" failures=\"%d\" skipped=\"%d\">%n%s  </testsuite>%n"
                .formatted(
                        escaped(run.journey()),
                        iteration.number(),
                        steps.size(),
                        failures,
                        skipped,
                        cases);
    }

    private static String testCase(Run run, StepResult step) {
        String open =
                "    <testcase classname=\"%s\" name=\"%s\""
                        .formatted(escaped(run.journey()), escaped(step.label()));
        return switch (step) {
            case StepResult.Done done -> open + time(done.took().toMillis()) + "/>\n";
            case StepResult.Failed failed ->
                    open
                            + time(failed.took().toMillis())
                            + "><failure message=\""
                            + escaped(failed.problem().oneLine())
                            + "\"/></testcase>\n";
            case StepResult.Skipped _ -> open + "><skipped/></testcase>\n";
        };
    }

    private static String time(long millis) {
        return String.format(Locale.ROOT, " time=\"%.3f\"", millis / 1000.0);
    }

    /// The text safe in an attribute; control characters XML cannot hold become a question mark.
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(point ->
                        switch (point) {
                            case '&' -> "&amp;";
                            case '<' -> "&lt;";
                            case '>' -> "&gt;";
                            case '"' -> "&quot;";
                            default -> point < 0x20 ? "?" : Character.toString(point);
                        })
                .collect(Collectors.joining());
    }
}

package dev.parallax.ui.compare;

import dev.parallax.compare.FieldPairVerdict;
import dev.parallax.compare.LabPairVerdict;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;

/// How a verdict on a pair is shown.
final class PairLook {
    private PairLook() {}

    static VerdictLook of(LabPairVerdict verdict, Metric metric) {
        boolean isTime = metric.unit() != Unit.NONE;
        return switch (verdict) {
            case LabPairVerdict.Faster _ ->
                    new VerdictLook(
                            Feather.TRENDING_DOWN,
                            "success",
                            isTime
                                    ? Texts.of("pair.verdict.faster")
                                    : Texts.of("pair.verdict.steadier"));
            case LabPairVerdict.Slower _ ->
                    new VerdictLook(
                            Feather.TRENDING_UP,
                            "danger",
                            isTime
                                    ? Texts.of("pair.verdict.slower")
                                    : Texts.of("pair.verdict.unsteadier"));
            case LabPairVerdict.NoDifferenceShown _ ->
                    new VerdictLook(Feather.MINUS, "neutral", Texts.of("pair.verdict.same"));
            case LabPairVerdict.TooSmall _ ->
                    new VerdictLook(Feather.MINUS, "neutral", Texts.of("pair.verdict.small"));
            case LabPairVerdict.WithinNoise _ ->
                    new VerdictLook(Feather.ACTIVITY, "neutral", Texts.of("pair.verdict.noise"));
            case LabPairVerdict.TooFewRuns _ ->
                    new VerdictLook(Feather.INFO, "neutral", Texts.of("pair.verdict.fewruns"));
            case LabPairVerdict.DifferentConditions _ ->
                    new VerdictLook(
                            Feather.ALERT_TRIANGLE, "warning", Texts.of("pair.verdict.conditions"));
        };
    }

    static VerdictLook of(FieldPairVerdict verdict) {
        return switch (verdict) {
            case FieldPairVerdict.Better _ ->
                    new VerdictLook(
                            Feather.TRENDING_DOWN, "success", Texts.of("pair.verdict.better"));
            case FieldPairVerdict.Worse _ ->
                    new VerdictLook(Feather.TRENDING_UP, "danger", Texts.of("pair.verdict.worse"));
            case FieldPairVerdict.NoClearDifference _ ->
                    new VerdictLook(
                            Feather.HELP_CIRCLE, "neutral", Texts.of("pair.verdict.unclear"));
            case FieldPairVerdict.TooSmall _ ->
                    new VerdictLook(Feather.MINUS, "neutral", Texts.of("pair.verdict.small"));
            case FieldPairVerdict.TooFewViews _ ->
                    new VerdictLook(Feather.INFO, "neutral", Texts.of("pair.verdict.fewviews"));
        };
    }
}

package dev.parallax.ui.compare;

import dev.parallax.compare.FieldPairVerdict;
import dev.parallax.compare.LabPairVerdict;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/// How a verdict on a pair is shown.
final class PairLook {
    private PairLook() {}

    /// How a verdict is shown of which no more than the key is known.
    ///
    /// @return empty for a key that no pair has
    static Optional<VerdictLook> of(String key, Metric metric) {
        Stream<LabPairVerdict> ofRuns =
                Stream.of(
                        new LabPairVerdict.Faster(),
                        new LabPairVerdict.Slower(),
                        new LabPairVerdict.NoDifferenceShown(0),
                        new LabPairVerdict.TooSmall(),
                        new LabPairVerdict.WithinNoise(0),
                        new LabPairVerdict.DifferentConditions(List.of()));
        Stream<FieldPairVerdict> ofUsers =
                Stream.of(
                        new FieldPairVerdict.Better(),
                        new FieldPairVerdict.Worse(),
                        new FieldPairVerdict.NoClearDifference());
        return ofRuns.filter(verdict -> verdict.key().equals(key))
                .findFirst()
                .map(verdict -> of(verdict, metric))
                .or(() ->
                        ofUsers.filter(verdict -> verdict.key().equals(key))
                                .findFirst()
                                .map(PairLook::of));
    }

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

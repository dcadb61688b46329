package dev.parallax.ui.compare;

import dev.parallax.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;

/// How a kind of verdict is shown.
///
/// @param word the kind in a word or two
/// @param tone as a [dev.parallax.ui.controls.StatusPill] has it
record VerdictLook(Feather icon, String tone, String word) {

    /// @param key of [dev.parallax.compare.Verdict#key()]
    static VerdictLook of(String key) {
        return switch (key) {
            case "representative" ->
                    new VerdictLook(
                            Feather.CHECK_CIRCLE, "success", Texts.of("verdict.representative"));
            case "optimistic" ->
                    new VerdictLook(
                            Feather.TRENDING_DOWN, "warning", Texts.of("verdict.optimistic"));
            case "pessimistic" ->
                    new VerdictLook(
                            Feather.TRENDING_UP, "warning", Texts.of("verdict.pessimistic"));
            case "inconclusive" ->
                    new VerdictLook(
                            Feather.HELP_CIRCLE, "neutral", Texts.of("verdict.inconclusive"));
            case "lower-bound" ->
                    new VerdictLook(
                            Feather.CORNER_LEFT_UP, "neutral", Texts.of("verdict.lowerbound"));
            case "too-few-runs" ->
                    new VerdictLook(Feather.INFO, "neutral", Texts.of("verdict.fewruns"));
            case "too-few-views" ->
                    new VerdictLook(Feather.INFO, "neutral", Texts.of("verdict.fewviews"));
            case "nothing-in-common" ->
                    new VerdictLook(Feather.INFO, "neutral", Texts.of("verdict.nothing"));
            // a workspace may have been judged by a newer program
            default -> new VerdictLook(Feather.INFO, "neutral", key);
        };
    }
}

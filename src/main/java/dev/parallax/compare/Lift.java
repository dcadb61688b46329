package dev.parallax.compare;

import dev.parallax.rum.Trait;
import dev.parallax.statistics.Interval;

/// How much more frequent a trait is among picked page views than among all compared ones.
///
/// @param trait what the page views have in common
/// @param picked weight of the picked page views that have it
/// @param compared weight of the compared page views that have it
/// @param pickedShare of the picked page views, 0 to 1
/// @param comparedShare of the compared page views, 0 to 1
/// @param value `pickedShare` over `comparedShare`: 1 if they have it as often as all
/// @param interval its 95 % interval
public record Lift(
        Trait trait,
        double picked,
        double compared,
        double pickedShare,
        double comparedShare,
        double value,
        Interval interval) {

    /// What an interval says, in the order in which it is told.
    public enum Kind {
        OVER,
        UNDER,
        UNDECIDED
    }

    /// Whether the picked surely have it more often, or less often.
    public Kind kind() {
        if (interval.isAbove(1)) {
            return Kind.OVER;
        }
        return interval.isBelow(1) ? Kind.UNDER : Kind.UNDECIDED;
    }

    /// How far the lift surely is from 1, as a factor of at least 1: the end of the interval that
    /// is nearer to 1, or 1 if the interval holds it. 2 for "at least twice as often" and for "at
    /// most half as often".
    public double sureFactor() {
        return switch (kind()) {
            case OVER -> interval.low();
            case UNDER -> interval.high() == 0 ? Double.POSITIVE_INFINITY : 1 / interval.high();
            case UNDECIDED -> 1;
        };
    }
}

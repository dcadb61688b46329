package dev.parallax.importer.crux;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.QuarantineReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A distribution that is put together from what one record says of a metric.
final class Distribution {
    /// Shares are rounded to four digits, and there may be hundreds.
    private static final double ROUNDING = 0.02;

    private final Metric metric;
    private final List<RawBin> bins = new ArrayList<>();
    private double p75 = Figures.MISSING;
    private @Nullable QuarantineReason fault;

    private record RawBin(double start, double end, double share) {}

    /// What the shares are of.
    enum Whole {
        /// The page views of the record's key: they add up to 1.
        RECORD,
        /// All page views of the site, of which the record's key is a part.
        SITE
    }

    Distribution(Metric metric) {
        this.metric = metric;
    }

    /// Adds the share of an interval; nothing if there is no share.
    ///
    /// @param end [Figures#MISSING] if it is open
    void bin(double start, double end, double share) {
        if (Double.isNaN(share)) {
            return;
        }
        check(start);
        check(share);
        if (!Double.isNaN(end)) {
            check(end);
        }
        if (Double.isNaN(start)) {
            fault = QuarantineReason.NOT_A_NUMBER;
        } else if (fault == null && share > 1 + ROUNDING) {
            fault = QuarantineReason.CONTRADICTION;
        }
        bins.add(new RawBin(start, end, share));
    }

    /// @param value [Figures#MISSING] if there is none
    void p75(double value) {
        check(value);
        p75 = value;
    }

    private void check(double number) {
        boolean isValue = number >= 0 && number < Integer.MAX_VALUE;
        if (fault != null || isValue || Double.isNaN(number)) {
            return;
        }
        if (number == Figures.UNREADABLE) {
            fault = QuarantineReason.NOT_A_NUMBER;
        } else {
            fault = number < 0 ? QuarantineReason.NEGATIVE : QuarantineReason.TOO_LARGE;
        }
    }

    Metric metric() {
        return metric;
    }

    /// How much of the whole the shares are.
    double total() {
        return bins.stream().mapToDouble(RawBin::share).sum();
    }

    /// What makes it unusable, after [#finish]; null if nothing does.
    @Nullable QuarantineReason fault() {
        return fault;
    }

    /// The distribution; empty if nothing is known of it, or what is makes no sense.
    Optional<Binned> finish(Whole whole) {
        double total = total();
        if (fault == null && (total > 1 + ROUNDING || overlaps())) {
            fault = QuarantineReason.CONTRADICTION;
        }
        boolean hasShares = total > 0;
        if (fault != null || (!hasShares && Double.isNaN(p75))) {
            return Optional.empty();
        }
        double divisor = whole == Whole.SITE ? total : 1;
        List<Bin> shares =
                hasShares
                        ? bins.stream().map(bin -> finished(bin, divisor)).toList()
                        : List.<Bin>of();
        return Optional.of(
                new Binned(
                        shares,
                        Double.isNaN(p75) ? OptionalDouble.empty() : OptionalDouble.of(p75)));
    }

    private static Bin finished(RawBin bin, double divisor) {
        return new Bin(
                bin.start,
                Double.isNaN(bin.end) ? OptionalDouble.empty() : OptionalDouble.of(bin.end),
                Math.min(1, bin.share / divisor));
    }

    private boolean overlaps() {
        bins.sort(Comparator.comparingDouble(RawBin::start));
        for (int i = 0; i < bins.size(); i++) {
            RawBin bin = bins.get(i);
            boolean isLast = i == bins.size() - 1;
            if (bin.end <= bin.start || (!isLast && !(bin.end <= bins.get(i + 1).start))) {
                return true;
            }
        }
        return false;
    }
}

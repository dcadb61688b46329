package dev.parallax.compare;

import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.ValueCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which real users a lab profile stands for: those who share its device, connection and kind of
/// navigation, as far as the data set knows them.
///
/// A dimension is matched only if it is filled in at least 80 % of the rows; a dimension that the
/// user's own segment already fixes stays as the user chose.
///
/// @param segment the matched users
/// @param notMatched the profile's dimensions that could not be matched, in the order they are
///   shown
public record Matching(Segment segment, List<Dimension> notMatched) {
    private static final double FEWEST_FILLED = 0.8;

    public Matching {
        notMatched = List.copyOf(notMatched);
    }

    /// The users of a segment whom the profile stands for.
    public static Matching of(Profile profile, PageViews field, Segment all) {
        Selection selection = field.select(all);
        Segment matched = all;
        List<Dimension> notMatched = new ArrayList<>();
        for (var wanted : wanted(profile).entrySet()) {
            Dimension dimension = wanted.getKey();
            if (all.values().containsKey(dimension)) {
                continue;
            }
            Optional<String> value =
                    wanted.getValue().flatMap(text -> spelling(field, selection, dimension, text));
            if (value.isPresent()) {
                matched = matched.with(dimension, Set.of(value.get()));
            } else {
                notMatched.add(dimension);
            }
        }
        return new Matching(matched, notMatched);
    }

    /// The value each dimension should have; empty where the profile does not say.
    private static Map<Dimension, Optional<String>> wanted(Profile profile) {
        Map<Dimension, Optional<String>> wanted = new EnumMap<>(Dimension.class);
        wanted.put(Dimension.DEVICE, Optional.of(profile.device().kind().key()));
        wanted.put(Dimension.CONNECTION, connection(profile.network()));
        // a run opens its page anew: nobody goes back to it, and it is not a view inside a page
        wanted.put(Dimension.NAVIGATION, Optional.of("navigate"));
        return wanted;
    }

    /// The effective connection type of a shaped network, by the round-trip times and bandwidths at
    /// which the Network Information API draws its lines.
    ///
    /// @see <a href="https://wicg.github.io/netinfo/#effective-connection-types">Network
    ///   Information</a>
    private static Optional<String> connection(Network network) {
        if (network.method() == Network.Method.NONE) {
            return Optional.empty();
        }
        double rtt = network.rttMillis();
        double down = network.downKbps() == 0 ? Double.MAX_VALUE : network.downKbps();
        if (rtt >= 2000 || down <= 50) {
            return Optional.of("slow-2g");
        }
        if (rtt >= 1400 || down <= 70) {
            return Optional.of("2g");
        }
        return Optional.of(rtt >= 270 || down <= 700 ? "3g" : "4g");
    }

    /// How the data set spells the value, if it knows the dimension well enough and has the value.
    private static Optional<String> spelling(
            PageViews field, Selection selection, Dimension dimension, String wanted) {
        List<ValueCount> counts = field.count(dimension, selection);
        double weight = counts.stream().mapToDouble(ValueCount::weight).sum();
        double unknown =
                counts.stream()
                        .filter(count -> count.value().equals(Segment.UNKNOWN_VALUE))
                        .mapToDouble(ValueCount::weight)
                        .sum();
        if (weight == 0 || 1 - unknown / weight < FEWEST_FILLED) {
            return Optional.empty();
        }
        return counts.stream().map(ValueCount::value).filter(wanted::equalsIgnoreCase).findFirst();
    }
}

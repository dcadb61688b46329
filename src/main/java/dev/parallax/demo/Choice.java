package dev.parallax.demo;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Things to draw from, some more often than others.
final class Choice<T> {
    private final List<T> options;
    private final double[] weights;
    private final double total;

    private Choice(List<T> options, double[] weights) {
        this.options = options;
        this.weights = weights;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        total = sum;
    }

    static <T> Choice<T> of(List<T> options, ToDoubleFunction<T> weight) {
        return new Choice<>(List.copyOf(options), options.stream().mapToDouble(weight).toArray());
    }

    /// @param weights one for each option
    static <T> Choice<T> of(List<T> options, double... weights) {
        if (options.size() != weights.length) {
            throw new IllegalArgumentException(
                    options.size() + " options but " + weights.length + " weights");
        }
        return new Choice<>(List.copyOf(options), weights.clone());
    }

    T draw(Dice dice) {
        return options.get(dice.pick(weights, total));
    }
}

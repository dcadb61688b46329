package dev.parallax.rum;

import dev.parallax.metric.PageTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Proposes rules by cardinality: a place in the path where many different texts follow the same
/// beginning holds names of items, not of pages.
///
/// A place is taken for one from [#MANY] different texts on, the first one from [#MANY_AT_ROOT] on.
/// Only a proposal: a section with many real pages looks the same, which nobody but the user knows.
final class PageSuggestions {
    /// A section of a site seldom has more pages that differ in kind.
    static final int MANY = 20;

    /// Sites have more such pages at the top: about, contact, imprint, campaigns.
    static final int MANY_AT_ROOT = 100;

    private static final int EXAMPLES = 5;
    private static final String ANY = "*";
    private static final String NAMED = ":slug";
    private static final String DATE = ":date";

    /// `2026/11/22`: no segment has a slash.
    private static final String LONG_DATE = ":date/3";

    private static final int YEAR_LENGTH = 4;

    private final PageRules rules;
    private final Node root = new Node();

    PageSuggestions(PageRules rules) {
        this.rules = rules;
    }

    /// A place in the paths.
    private static final class Node {
        private final Map<String, Node> next = new TreeMap<>();
        private int paths;
        private long views;
        private final List<Example> examples = new ArrayList<>();

        void add(String path, long count) {
            paths++;
            views += count;
            keep(new Example(path, count));
        }

        private void keep(Example example) {
            examples.add(example);
            examples.sort(
                    Comparator.comparingLong(Example::views)
                            .reversed()
                            .thenComparing(Example::path));
            if (examples.size() > EXAMPLES) {
                examples.removeLast();
            }
        }

        /// Takes all that another place has.
        void join(Node other) {
            paths += other.paths;
            views += other.views;
            other.examples.forEach(this::keep);
            other.next.forEach(
                    (segment, node) -> next.computeIfAbsent(segment, _ -> new Node()).join(node));
        }
    }

    private record Example(String path, long views) {}

    /// Adds a path with its page views. One that a rule of the user fits is left alone.
    void add(String path, long views) {
        if (views == 0 || rules.test(path).rule().isPresent()) {
            return;
        }
        Node node = root;
        for (String step : steps(path)) {
            node = node.next.computeIfAbsent(step, _ -> new Node());
        }
        node.add(path, views);
    }

    /// The segments of the page, where a date of three segments is told from one of a single one.
    private static List<String> steps(String path) {
        List<String> steps = PageTemplate.segments(PageTemplate.of(path).path());
        List<String> segments = PageTemplate.segments(path);
        int at = 0;
        for (int i = 0; i < steps.size() && steps.size() < segments.size(); i++, at++) {
            if (steps.get(i).equals(DATE) && segments.get(at).length() == YEAR_LENGTH) {
                steps.set(i, LONG_DATE);
                at += 2;
            }
        }
        return steps;
    }

    /// The proposals, the one for most page views first.
    List<PageSuggestion> list() {
        var found = new ArrayList<PageSuggestion>();
        collect(root, new Place(List.of(), List.of(), false), found);
        found.sort(
                Comparator.comparingLong(PageSuggestion::views)
                        .reversed()
                        .thenComparing(suggestion -> suggestion.rule().pattern()));
        return found;
    }

    /// How one comes to a place.
    ///
    /// @param isGrouped whether the built-in rules do not do
    private record Place(List<String> pattern, List<String> template, boolean isGrouped) {

        Place group() {
            return new Place(with(pattern, ANY), with(template, NAMED), true);
        }

        Place follow(String step) {
            if (step.equals(LONG_DATE)) {
                return new Place(
                        with(with(with(pattern, ANY), ANY), ANY), with(template, DATE), isGrouped);
            }
            return new Place(
                    with(pattern, step.startsWith(":") ? ANY : step),
                    with(template, step),
                    isGrouped);
        }

        PageRule rule() {
            return PageRule.of("/" + String.join("/", pattern), "/" + String.join("/", template));
        }

        private static List<String> with(List<String> segments, String segment) {
            return Stream.concat(segments.stream(), Stream.of(segment)).toList();
        }
    }

    private static void collect(Node node, Place place, List<PageSuggestion> found) {
        if (place.isGrouped && node.paths > 0) {
            found.add(
                    new PageSuggestion(
                            place.rule(),
                            node.examples.stream().map(Example::path).toList(),
                            node.paths,
                            node.views));
        }
        var children = new TreeMap<>(node.next);
        List<String> names =
                node.next.keySet().stream().filter(step -> !step.startsWith(":")).toList();
        if (names.size() >= (place.pattern.isEmpty() ? MANY_AT_ROOT : MANY)) {
            var together = new Node();
            for (String name : names) {
                together.join(Objects.requireNonNull(children.remove(name)));
            }
            collect(together, place.group(), found);
        }
        children.forEach((step, child) -> collect(child, place.follow(step), found));
    }
}

package dev.parallax.rum;

import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a user wants some paths to become one page.
///
/// A pattern is a path in which `*` is any one segment and `**` at the end any rest, also none. In
/// the template `*` keeps the segment at the same place, `**` at the end keeps the rest, and
/// `:name` stands for any value:
///
/// ```
/// /product/*      →  /product/:slug
/// /shop/*/item/*  →  /shop/*/item/:id
/// /old/**         →  /new/**
/// ```
///
/// @param pattern the path that is looked for
/// @param template the page that comes of it
public record PageRule(String pattern, String template) {
    private static final String ONE = "*";
    private static final String REST = "**";

    /// Reads a rule.
    ///
    /// @param template if empty it is the pattern, with `:any` for each `*`
    /// @throws ProblemException if one of them cannot be understood
    public static PageRule of(String pattern, String template) {
        List<String> wanted = path(pattern);
        var matched = new ArrayList<String>();
        var derived = new ArrayList<String>();
        for (String segment : wanted) {
            boolean isAny = segment.startsWith(":") || segment.equals(ONE);
            matched.add(isAny ? ONE : segment);
            derived.add(segment.equals(ONE) ? ":any" : segment);
        }
        List<String> made = template.isBlank() ? derived : path(template);
        refuseMisplaced(pattern, matched);
        refuseMisplaced(template, made);
        for (int i = 0; i < made.size(); i++) {
            String kept = made.get(i);
            boolean fits = kept.equals(REST) ? endsOpen(matched) : isAt(matched, i, ONE);
            if ((kept.equals(ONE) || kept.equals(REST)) && !fits) {
                throw unusable(template, "its " + kept + " has no counterpart in " + pattern);
            }
        }
        return new PageRule(joined(matched), joined(made));
    }

    private static boolean endsOpen(List<String> segments) {
        return isAt(segments, segments.size() - 1, REST);
    }

    private static boolean isAt(List<String> segments, int at, String wanted) {
        return at >= 0 && at < segments.size() && segments.get(at).equals(wanted);
    }

    private static List<String> path(String text) {
        if (!text.startsWith("/") || text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            throw unusable(text, "it is no path: it has to start with / and have no ? or #");
        }
        return PageTemplate.segments(text);
    }

    private static void refuseMisplaced(String text, List<String> segments) {
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.equals(REST) ? i < segments.size() - 1 : isPartly(segment)) {
                throw unusable(text, "* is a whole segment, and ** the last one");
            }
        }
    }

    private static boolean isPartly(String segment) {
        return segment.indexOf('*') >= 0 && !segment.equals(ONE);
    }

    private static ProblemException unusable(String text, String why) {
        return new ProblemException(
                Problem.usage(
                        "page-rule-unusable",
                        "cannot use \"" + text + "\" in a page rule",
                        why,
                        "write for example /product/* and /product/:slug"));
    }

    private static String joined(List<String> segments) {
        return "/" + String.join("/", segments);
    }

    /// The page of a path, if the pattern fits it.
    ///
    /// @param segments of the path
    Optional<PageTemplate> apply(List<String> segments) {
        return new Compiled(this).apply(segments);
    }

    /// A rule taken apart, to be held against many paths.
    static final class Compiled {
        private final PageRule rule;
        private final List<String> wanted;
        private final List<String> made;
        private final boolean isOpen;
        private final int fixed;

        Compiled(PageRule rule) {
            this.rule = rule;
            this.wanted = PageTemplate.segments(rule.pattern);
            this.made = PageTemplate.segments(rule.template);
            this.isOpen = endsOpen(wanted);
            this.fixed = isOpen ? wanted.size() - 1 : wanted.size();
        }

        PageRule rule() {
            return rule;
        }

        Optional<PageTemplate> apply(List<String> segments) {
            if (isOpen ? segments.size() < fixed : segments.size() != fixed) {
                return Optional.empty();
            }
            for (int i = 0; i < fixed; i++) {
                if (!wanted.get(i).equals(ONE) && !wanted.get(i).equals(segments.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(template(segments));
        }

        private PageTemplate template(List<String> segments) {
            var page = new ArrayList<String>();
            for (int i = 0; i < made.size() && !made.get(i).equals(REST); i++) {
                page.add(made.get(i).equals(ONE) ? segments.get(i) : made.get(i));
            }
            int kept = page.size();
            if (endsOpen(made)) {
                page.addAll(segments.subList(fixed, segments.size()));
            }
            return PageTemplate.ofSegments(page, kept);
        }
    }
}

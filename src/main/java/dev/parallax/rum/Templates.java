package dev.parallax.rum;

import dev.parallax.metric.PageTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page templates of a data set, made from its path dictionary when it is opened: other rules
/// of grouping need no new import.
final class Templates {
    private final Map<PageTemplate, Integer> codes = new LinkedHashMap<>();
    private final List<PageTemplate> templates = new ArrayList<>();
    private final int[] ofPath;

    /// @param paths the path dictionary
    /// @param rules how they become pages
    Templates(Dictionary paths, PageRules rules) {
        ofPath = new int[paths.size()];
        for (int path = Dictionary.UNKNOWN + 1; path < ofPath.length; path++) {
            String text = paths.text(path);
            if (!text.isEmpty()) {
                ofPath[path] = codes.computeIfAbsent(rules.of(text), this::add);
            }
        }
    }

    private int add(PageTemplate template) {
        templates.add(template);
        return templates.size();
    }

    /// Codes of templates: 0 where the page is unknown, then one for each template.
    int cardinality() {
        return templates.size() + 1;
    }

    PageTemplate template(int code) {
        return templates.get(code - 1);
    }

    /// The template of a path code; null if the page is unknown.
    @Nullable PageTemplate ofPath(int path) {
        return path == Dictionary.UNKNOWN ? null : template(ofPath[path]);
    }

    /// The code of a template, or -1 if no path has it.
    int find(PageTemplate template) {
        return codes.getOrDefault(template, -1);
    }

    /// Rewrites path codes as template codes, in place.
    void translate(int[] paths, int count) {
        for (int i = 0; i < count; i++) {
            paths[i] = ofPath[paths[i]];
        }
    }
}

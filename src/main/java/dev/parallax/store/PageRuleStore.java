package dev.parallax.store;

import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageRules;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The rules by which this workspace makes pages out of paths, before those that are built in.
public final class PageRuleStore {
    private static final String LIST =
            """
            SELECT pattern, template
              FROM page_rule
             ORDER BY position
            """;

    private static final String INSERT =
            """
            INSERT INTO page_rule (position, pattern, template)
            VALUES (:position, :pattern, :template)
            """;

    private final Database database;

    PageRuleStore(Database database) {
        this.database = database;
    }

    /// All rules, the first one first.
    public PageRules list() {
        return database.read(PageRuleStore::list);
    }

    private static PageRules list(Handle handle) {
        return new PageRules(
                handle.createQuery(LIST)
                        .map((row, _) ->
                                PageRule.of(row.getString("pattern"), row.getString("template")))
                        .list());
    }

    /// Replaces all rules.
    public void save(PageRules rules) {
        database.write(handle -> {
            handle.execute("DELETE FROM page_rule");
            List<PageRule> ordered = rules.manual();
            for (int i = 0; i < ordered.size(); i++) {
                handle.createUpdate(INSERT)
                        .bind("position", i + 1)
                        .bind("pattern", ordered.get(i).pattern())
                        .bind("template", ordered.get(i).template())
                        .execute();
            }
            return ordered.size();
        });
    }
}

package dev.parallax.importer.layout;

import org.jspecify.annotations.Nullable;

/// One record of names with a text each, however they came: columns, keys of a line, parameters of
/// a query. Used again for each record.
public final class FlatRecord {
    private final Layout layout;
    private final Fields fields;
    private final JsonWalker walker;
    private boolean hasInner;

    /// A name that is wanted.
    public static final class Column {
        private final Node node;

        private Column(Node node) {
            this.node = node;
        }
    }

    /// @param fields takes the texts
    public FlatRecord(Layout layout, Fields fields) {
        this.layout = layout;
        this.fields = fields;
        this.walker = new JsonWalker(JsonRecords.FACTORY, layout);
    }

    /// A name, to be put by without being looked up each time; null if it is not wanted.
    public @Nullable Column column(String name) {
        Node node = layout.find(name);
        return node == null ? null : new Column(node);
    }

    /// Begins a record.
    public void begin(long line) {
        hasInner = false;
        walker.begin(line);
        fields.begin(line);
    }

    /// Puts a text of the record.
    public void put(Column column, char[] text, int from, int length) {
        put(column.node, text, from, length);
    }

    void put(String name, char[] text, int from, int length) {
        Node node = layout.find(name);
        if (node != null) {
            put(node, text, from, length);
        }
    }

    void put(String name, String text) {
        put(name, text.toCharArray(), 0, text.length());
    }

    private void put(Node node, char[] text, int from, int length) {
        if (node.isLeaf()) {
            for (Node.Target target : node.targets) {
                fields.field(target.slot, text, from, length);
            }
        } else {
            // a text that may be JSON, which other places are within
            hasInner = true;
            walker.take(node, text, from, length);
        }
    }

    /// Ends the record.
    public void end() {
        if (hasInner) {
            walker.tellTexts(fields);
        }
        fields.end();
    }

    /// Ends the record as one that makes no sense.
    void broken(long line, Fields.Fault fault) {
        fields.broken(line, fault);
    }
}

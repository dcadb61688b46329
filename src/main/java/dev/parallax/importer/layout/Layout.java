package dev.parallax.importer.layout;

import dev.parallax.importer.layout.FieldPath.Segment;
import dev.parallax.importer.layout.Node.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All the places of a record that are wanted, joined into one tree, so that a record is gone
/// through once.
public final class Layout {
    private static final int MOST_CHOICES = 64;

    private final Node root = new Node(-1);

    private Layout() {}

    /// The layout of these paths. The number of a path in the list is its slot.
    ///
    /// @param rows the array within a unit whose elements are the records; empty if the unit is one
    public static Layout of(List<FieldPath> paths, Optional<FieldPath> rows) {
        var layout = new Layout();
        for (int slot = 0; slot < paths.size(); slot++) {
            layout.add(paths.get(slot), slot);
        }
        rows.ifPresent(path ->
                layout.node(path.segments(), new int[path.segments().size()]).isRows = true);
        return layout;
    }

    private void add(FieldPath path, int slot) {
        int[] needs = new int[path.segments().size()];
        Arrays.fill(needs, -1);
        Node end = node(path.segments(), needs);
        end.targets.add(new Target(slot, needs));
    }

    private Node node(List<Segment> segments, int[] needs) {
        Node at = root;
        for (int depth = 0; depth < segments.size(); depth++) {
            Segment segment = segments.get(depth);
            at = at.child(segment.name());
            FieldPath.Choice choice = segment.choice();
            if (choice != null) {
                needs[depth] = choice(at, choice);
            }
        }
        return at;
    }

    private static int choice(Node node, FieldPath.Choice choice) {
        int known = node.choices.indexOf(choice);
        if (known >= 0) {
            return known;
        }
        if (node.choices.size() == MOST_CHOICES) {
            throw new IllegalArgumentException("more than 64 choices in one array");
        }
        node.choices.add(choice);
        return node.choices.size() - 1;
    }

    Node root() {
        return root;
    }

    /// Whether a column or key of this name is wanted.
    public boolean wants(String name) {
        return find(name) != null;
    }

    @Nullable Node find(String name) {
        return root.find(name);
    }
}

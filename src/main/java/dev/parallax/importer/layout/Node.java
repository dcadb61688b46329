package dev.parallax.importer.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place in a record that some path leads to or through.
final class Node {
    private static final int NAMES_REMEMBERED = 10_000;

    private final Map<String, Node> children = new HashMap<>();
    private final Map<String, @Nullable Node> byName = new HashMap<>();

    /// The paths that end here.
    final List<Target> targets = new ArrayList<>();

    /// What elements of the array here are chosen by; at most 64.
    final List<FieldPath.Choice> choices = new ArrayList<>();

    /// Whether the elements of the array here are records of their own.
    boolean isRows;

    /// How many names lead here, less one; -1 for the record itself.
    final int depth;

    Node(int depth) {
        this.depth = depth;
    }

    /// A path that ends at a node.
    static final class Target {
        /// Its number.
        final int slot;

        /// For each name on the way the choice that must hold among the elements there, or -1.
        private final int[] needs;

        Target(int slot, int[] needs) {
            this.slot = slot;
            this.needs = needs;
        }

        int need(int depth) {
            return needs[depth];
        }
    }

    /// The node of a member, made if there is none.
    Node child(String name) {
        return children.computeIfAbsent(name, _ -> new Node(depth + 1));
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /// The node that a member's name leads to, through several nodes if it has dots in it.
    @Nullable Node find(String name) {
        Node known = byName.get(name);
        if (known != null || byName.containsKey(name)) {
            return known;
        }
        Node found = walk(name);
        if (byName.size() < NAMES_REMEMBERED) {
            byName.put(name, found);
        }
        return found;
    }

    private @Nullable Node walk(String name) {
        Node whole = children.get(name);
        if (whole != null) {
            return whole;
        }
        Node at = this;
        for (String part : name.split("\\.", -1)) {
            at = at.children.get(part);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /// The bit of each choice that a member's value fulfils.
    long choose(String key, char[] text, int from, int length) {
        long bits = 0;
        for (int i = 0; i < choices.size(); i++) {
            FieldPath.Choice choice = choices.get(i);
            if (choice.key().equals(key) && equal(choice.value(), text, from, length)) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    private static boolean equal(String value, char[] text, int from, int length) {
        if (value.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether some choice here asks for a member of this name.
    boolean isKey(String name) {
        for (FieldPath.Choice choice : choices) {
            if (choice.key().equals(name)) {
                return true;
            }
        }
        return false;
    }
}

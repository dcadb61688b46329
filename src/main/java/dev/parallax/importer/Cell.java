package dev.parallax.importer;

/// Reads one column of the source into a draft.
@FunctionalInterface
interface Cell {
    /// Takes the text in a part of an array; an empty one is "no value".
    void read(char[] source, int from, int length, Draft draft);
}

package dev.parallax.importer;

import dev.parallax.importer.layout.FieldPath;
import dev.parallax.importer.layout.Fields;
import dev.parallax.importer.layout.Layout;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The first records of a file whose format says where everything is: one column a place, with the
/// texts found there.
final class PlacedPreview implements Fields {
    private static final int MOST_ROWS = 200;

    /// One of the ways to a place.
    private record Slot(Place place, FieldPath path) {}

    private final List<Slot> slots = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final Layout layout;
    private String[] row = {};

    PlacedPreview(Mapping mapping) {
        for (Place place : mapping.places()) {
            place.paths().forEach(path -> slots.add(new Slot(place, path)));
        }
        layout = Layout.of(slots.stream().map(Slot::path).toList(), mapping.rows());
        begin(0);
    }

    /// Where the texts are that this wants.
    Layout layout() {
        return layout;
    }

    /// The places that the first records have something at.
    PreviewTable table() {
        List<Integer> found =
                java.util.stream.IntStream.range(0, slots.size())
                        .filter(slot -> rows.stream().anyMatch(each -> each[slot] != null))
                        .boxed()
                        .toList();
        return new PreviewTable(
                found.stream().map(slot -> slots.get(slot).path().toString()).toList(),
                rows.stream()
                        .map(texts ->
                                found.stream()
                                        .map(slot -> texts[slot] == null ? "" : texts[slot])
                                        .toList())
                        .toList());
    }

    @Override
    public void begin(long line) {
        row = new String[slots.size()];
    }

    @Override
    public void field(int slot, char[] text, int from, int length) {
        if (row[slot] == null) {
            row[slot] = PreviewTable.cut(new String(text, from, length));
        }
    }

    @Override
    public void end() {
        // records that are no page views, spans and resources, have nothing at any place
        if (rows.size() < MOST_ROWS && Arrays.stream(row).anyMatch(text -> text != null)) {
            rows.add(row);
        }
    }

    @Override
    public void broken(long line, Fault fault) {
        // counted when it is imported
    }
}

package dev.parallax.importer.layout;

import java.util.ArrayList;
import java.util.List;

/// What readers tell, as texts: `12: 0=a 2=b` for a record on line 12.
final class Told implements Fields {
    private final List<String> records = new ArrayList<>();
    private StringBuilder record = new StringBuilder();

    @Override
    public void begin(long line) {
        record = new StringBuilder(line + ":");
    }

    @Override
    public void field(int slot, char[] text, int from, int length) {
        record.append(' ').append(slot).append('=').append(text, from, length);
    }

    @Override
    public void end() {
        records.add(record.toString());
    }

    @Override
    public void broken(long line, Fault fault) {
        records.add(line + " " + fault);
    }

    List<String> records() {
        return records;
    }
}

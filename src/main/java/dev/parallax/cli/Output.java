package dev.parallax.cli;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where commands write: results to standard output, everything else to standard error, so that
/// `--json` leaves exactly one document on standard output.
public final class Output {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintWriter results;
    private final PrintWriter remarks;

    /// @param results what was asked for
    /// @param remarks progress, warnings, errors
    public Output(PrintWriter results, PrintWriter remarks) {
        this.results = results;
        this.remarks = remarks;
    }

    PrintWriter results() {
        return results;
    }

    PrintWriter remarks() {
        return remarks;
    }

    void line(String text) {
        results.println(text);
        results.flush();
    }

    void remark(String text) {
        remarks.println(text);
        remarks.flush();
    }

    /// One JSON document, indented for people.
    void json(Object document) {
        line(INDENTED.writeValueAsString(document));
    }

    /// One JSON document on one line, for programs that read line by line.
    void jsonLine(Object document) {
        line(JSON.writeValueAsString(document));
    }

    /// A table with its numbers aligned to the right.
    ///
    /// @param header one cell a column; a header that starts with `#` aligns its column to the
    ///   right
    void table(List<String> header, List<List<String>> rows) {
        new TextTable(header, rows).lines().forEach(this::line);
    }
}

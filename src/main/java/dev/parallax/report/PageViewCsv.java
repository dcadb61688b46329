package dev.parallax.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.PageView;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Page views as CSV: UTF-8, a header, numbers as computers write them, nothing where nothing is
/// known.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front: paths and
/// dimensions come from strangers, and one that begins with `=` would be run on the desk of whoever
/// opens the file.
public final class PageViewCsv implements Closeable {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final CsvWriter csv;

    /// Writes the header.
    ///
    /// @param to is closed with this
    public PageViewCsv(Writer to) {
        csv = CsvWriter.builder().build(to);
        csv.writeRecord(header());
    }

    private static List<String> header() {
        var header = new ArrayList<String>(List.of("time", "path", "page"));
        for (Metric metric : Metric.all()) {
            header.add(metric.unit() == Unit.MILLISECONDS ? metric.key() + "_ms" : metric.key());
        }
        Dimension.all().forEach(dimension -> header.add(dimension.key()));
        header.addAll(List.of("session", "user", "view", "weight", "excluded"));
        return header;
    }

    /// Writes one page view.
    public void write(PageView view) {
        var cells = new ArrayList<String>();
        cells.add(view.time() == null ? "" : view.time().toString());
        cells.add(defused(view.path()));
        cells.add(view.page() == null ? "" : defused(view.page().path()));
        for (Metric metric : Metric.all()) {
            Double value = view.metrics().get(metric);
            cells.add(value == null ? "" : number(value));
        }
        for (Dimension dimension : Dimension.all()) {
            cells.add(defused(view.dimensions().getOrDefault(dimension, "")));
        }
        cells.add(known(view.session()));
        cells.add(known(view.user()));
        cells.add(known(view.view()));
        cells.add(number(view.weight()));
        cells.add(view.exclusion() == Exclusion.NONE ? "" : view.exclusion().key());
        csv.writeRecord(cells);
    }

    private static String known(@Nullable String pseudonym) {
        return pseudonym == null ? "" : pseudonym;
    }

    /// A text no spreadsheet takes for a formula.
    static String defused(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String number(double value) {
        String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return plain;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

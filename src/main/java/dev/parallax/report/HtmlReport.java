package dev.parallax.report;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a [Report] as one HTML file that needs nothing else: script, style and data are inside.
///
/// Texts of the site (page names, URLs, segment values) reach the page only as JSON in an element
/// that is never executed, with `<` escaped, and are put into the document as text, never as
/// markup. A content security policy forbids every request.
public final class HtmlReport {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private HtmlReport() {}

    /// The report as HTML.
    public static String render(Report report) {
        Map<String, String> parts =
                Map.of(
                        "title", escaped(report.title()),
                        "chartStyle", resource(CHARTS + "uPlot.min.css"),
                        "chartScript", resource(CHARTS + "uPlot.iife.min.js"),
                        "style", resource("report.css"),
                        "script", resource("report.js"),
                        "data", ReportJson.of(report).replace("<", "\\u003c"));
        Matcher slots = SLOT.matcher(resource("report.html"));
        return slots.replaceAll(
                slot -> Matcher.quoteReplacement(parts.getOrDefault(slot.group(1), "")));
    }

    /// Writes the report, replacing the file in one move so that nobody reads half of it.
    ///
    /// @throws ProblemException if the file cannot be written
    public static void write(Report report, Path file) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                Files.writeString(half, render(report));
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "report-not-written",
                            "cannot write the report " + file,
                            failed.toString(),
                            "check that the folder exists and has room"),
                    failed);
        }
    }

    static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its part " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

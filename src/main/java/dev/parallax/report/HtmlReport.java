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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a [Report] as one HTML file that needs nothing else: script, style and data are inside.
///
/// Texts of the site (page names, URLs, segment values) reach the page only as JSON in an element
/// that is never executed, with `<` escaped, and are put into the document as text, never as
/// markup. A content security policy forbids every request, and every script and style but the
/// report's own, which it knows by their hashes.
public final class HtmlReport {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    /// What the page's script is made of, in the order of their use. They share one scope that
    /// nothing outside of it sees.
    private static final List<String> PARTS =
            List.of("elements.js", "plot.js", "charts.js", "sections.js", "report.js");

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private HtmlReport() {}

    /// The report as HTML.
    public static String render(Report report) {
        List<String> styles = List.of(resource(CHARTS + "uPlot.min.css"), resource("report.css"));
        List<String> scripts =
                List.of(
                        resource("paper.js"),
                        resource(CHARTS + "uPlot.iife.min.js"),
                        PARTS.stream()
                                .map(HtmlReport::resource)
                                .collect(
                                        Collectors.joining(
                                                "", "\"use strict\";\n(() => {\n", "})();\n")));
        Map<String, String> parts =
                Map.of(
                        "title", escaped(report.title()),
                        "styleHashes", hashes(styles),
                        "scriptHashes", hashes(scripts),
                        "chartStyle", styles.getFirst(),
                        "paperScript", scripts.getFirst(),
                        "chartScript", scripts.get(1),
                        "style", styles.getLast(),
                        "script", scripts.getLast(),
                        "data", ReportJson.of(report));
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

    private static String hashes(List<String> parts) {
        return parts.stream()
                .map(part -> "'sha256-" + Base64.getEncoder().encodeToString(sha256(part)) + "'")
                .collect(Collectors.joining(" "));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// UTF-8 has no half surrogates, and HTML no zero character: they become question marks.
    private static String escaped(String text) {
        byte[] bytes = text.replace('\0', '?').getBytes(StandardCharsets.UTF_8);
        return HtmlText.escaped(new String(bytes, StandardCharsets.UTF_8));
    }
}

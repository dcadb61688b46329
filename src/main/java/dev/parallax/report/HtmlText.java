package dev.parallax.report;

import java.util.List;
import java.util.Locale;

/// HTML that is written piece by piece. Every text is escaped on its way in: names of files, pages
/// and columns come from strangers.
final class HtmlText {
    private final StringBuilder html = new StringBuilder();

    /// A tag of the program's own, as it stands.
    HtmlText tag(String tag) {
        html.append(tag);
        return this;
    }

    HtmlText text(String text) {
        html.append(escaped(text));
        return this;
    }

    HtmlText element(String name, String text) {
        return tag("<" + name + ">").text(text).tag("</" + name.replaceFirst(" .*", "") + ">");
    }

    /// A table whose columns that start with `#` hold numbers.
    HtmlText table(List<String> header, List<List<String>> rows) {
        tag("<table><thead><tr>");
        for (String cell : header) {
            boolean isNumber = cell.startsWith("#");
            tag(isNumber ? "<th class=\"number\">" : "<th>")
                    .text(isNumber ? cell.substring(1) : cell)
                    .tag("</th>");
        }
        tag("</tr></thead><tbody>");
        for (List<String> row : rows) {
            tag("<tr>");
            for (int i = 0; i < row.size(); i++) {
                tag(header.get(i).startsWith("#") ? "<td class=\"number\">" : "<td>")
                        .text(row.get(i))
                        .tag("</td>");
            }
            tag("</tr>");
        }
        return tag("</tbody></table>\n");
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}

package dev.parallax.importer.layout;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/// Beacons whose parameters are in the query of a URL: lines of an access log in the Common or
/// Combined Log Format, or the parameters by themselves, as in the body of a POST.
///
/// Besides the parameters a line of a log has the names `request.time`, `request.status`,
/// `request.referrer` and `request.user_agent`.
final class AccessLine {
    private AccessLine() {}

    /// Tells the record what a line says.
    ///
    /// @return false if it is neither a log's line nor parameters
    static boolean parse(String line, BiConsumer<String, String> record) {
        int open = line.indexOf('"');
        int bracket = line.indexOf('[');
        if (bracket >= 0 && open > bracket) {
            return parseLog(line, bracket, open, record);
        }
        int first = line.indexOf('=');
        return first > 0 && line.indexOf(' ') < 0 && parameters(line, record);
    }

    private static boolean parseLog(
            String line, int bracket, int open, BiConsumer<String, String> record) {
        int closed = line.indexOf(']', bracket);
        int close = line.indexOf('"', open + 1);
        if (closed < 0 || closed > open || close < 0) {
            return false;
        }
        record.accept("request.time", line.substring(bracket + 1, closed));
        rest(line.substring(close + 1), record);
        String[] request = line.substring(open + 1, close).split(" ", -1);
        if (request.length < 2) {
            return false;
        }
        int query = request[1].indexOf('?');
        return query < 0 || parameters(request[1].substring(query + 1), record);
    }

    /// ` 204 0 "referrer" "user agent"`
    private static void rest(String rest, BiConsumer<String, String> record) {
        String[] parts = rest.split("\"", -1);
        String[] numbers = parts[0].strip().split(" ", -1);
        record.accept("request.status", numbers[0]);
        if (parts.length >= 4) {
            record.accept("request.referrer", parts[1]);
            record.accept("request.user_agent", parts[3]);
        }
    }

    private static boolean parameters(String query, BiConsumer<String, String> record) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            // an empty parameter is there all the same: boomerang's rt.quit never has a value
            record.accept(
                    decode(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return true;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException cutOff) {
            // a log that cuts long URLs cuts an escape in two
            return text;
        }
    }
}

package dev.parallax.importer.privacy;

/// Finds the path within a URL: after the origin, before query and fragment.
final class Paths {
    private Paths() {}

    /// Where the path of a URL or path begins: after `https://host`, after `//host`, or at once.
    static int start(char[] source, int from, int end) {
        int origin = origin(source, from, end);
        if (origin == from) {
            return from;
        }
        int at = origin;
        while (at < end && source[at] != '/' && source[at] != '?' && source[at] != '#') {
            at++;
        }
        return at;
    }

    /// Where the path ends that begins here.
    static int end(char[] source, int start, int end) {
        int at = start;
        while (at < end && source[at] != '?' && source[at] != '#') {
            at++;
        }
        return at;
    }

    /// Where the host begins; `from` if there is none.
    private static int origin(char[] source, int from, int end) {
        int at = from;
        while (at < end && isInScheme(source[at])) {
            at++;
        }
        boolean hasScheme = at > from && at < end && source[at] == ':';
        int slashes = hasScheme ? at + 1 : from;
        boolean hasHost = slashes + 1 < end && source[slashes] == '/' && source[slashes + 1] == '/';
        return hasHost && (hasScheme || at == from) ? slashes + 2 : from;
    }

    private static boolean isInScheme(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '-'
                || c == '.';
    }
}

package dev.parallax.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.URIUtils;

/// Reads addresses the way a browser's address bar does: spaces and letters of any script are
/// encoded instead of refused.
final class WebAddress {
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "//(?<host>\\[[^]]*]|[^/?#:]*)(?<port>:\\d*)?(?<path>[/?#].*)?",
                    Pattern.DOTALL);
    private static final String LEGAL_BESIDES_LETTERS_AND_DIGITS = "-._~:/?#@!$&'()*+,;=";

    private WebAddress() {}

    /// The address a text means, without its fragment.
    ///
    /// @throws IllegalArgumentException with the reason, in words for people, if it is none this
    ///   client can ask; the reason never repeats the text, which may hold a secret
    static URI parse(String text) {
        Matcher absolute = ABSOLUTE.matcher(text.strip());
        if (!absolute.matches()) {
            throw new IllegalArgumentException("the URL does not start with http:// or https://");
        }
        String scheme = absolute.group("scheme").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(
                    "the URL's scheme is \"" + scheme + "\", not http or https");
        }
        Matcher authority = AUTHORITY.matcher(absolute.group("rest"));
        if (absolute.group("rest").matches("(?s)//[^/?#]*@.*")) {
            throw new IllegalArgumentException(
                    "the URL holds a user name or password; send a header Authorization instead");
        }
        if (!authority.matches() || authority.group("host").isEmpty()) {
            throw new IllegalArgumentException("the URL names no host");
        }
        String port = authority.group("port");
        String path = authority.group("path");
        return uri(
                scheme
                        + "://"
                        + ascii(authority.group("host"))
                        + (port == null || port.length() == 1 ? "" : port)
                        + pathAndQuery(path == null ? "" : path));
    }

    /// Where a `Location` header leads.
    ///
    /// @throws IllegalArgumentException as [#parse]
    static URI resolve(URI base, String location) {
        String text = location.strip();
        if (ABSOLUTE.matcher(text).matches()) {
            return parse(text);
        }
        if (text.startsWith("//")) {
            return parse(base.getScheme() + ":" + text);
        }
        return URIUtils.resolve(base, uri(escape(withoutFragment(text))));
    }

    static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getAuthority().equalsIgnoreCase(other.getAuthority());
    }

    private static String pathAndQuery(String text) {
        String path = escape(withoutFragment(text));
        return path.startsWith("/") ? path : "/" + path;
    }

    private static String withoutFragment(String text) {
        int hash = text.indexOf('#');
        return hash < 0 ? text : text.substring(0, hash);
    }

    private static String ascii(String host) {
        if (host.startsWith("[") || host.chars().allMatch(letter -> letter < 128)) {
            return host.toLowerCase(Locale.ROOT);
        }
        return IDN.toASCII(host);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException(
                    "the URL is malformed: "
                            + broken.getReason()
                            + " at character "
                            + broken.getIndex());
        }
    }

    /// The text with every character that may not stand in a URL percent-encoded as UTF-8; a
    /// percent sign stays where it already begins an encoding.
    static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            if (isLegal(letter) || (letter == '%' && isEncoding(text, i))) {
                escaped.appendCodePoint(letter);
            } else {
                for (byte unit : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append(String.format("%%%02X", unit));
                }
            }
            i += Character.charCount(letter);
        }
        return escaped.toString();
    }

    private static boolean isLegal(int letter) {
        return letter < 128
                && (Character.isLetterOrDigit(letter)
                        || LEGAL_BESIDES_LETTERS_AND_DIGITS.indexOf(letter) >= 0);
    }

    private static boolean isEncoding(String text, int percent) {
        return percent + 2 < text.length()
                && Character.digit(text.charAt(percent + 1), 16) >= 0
                && Character.digit(text.charAt(percent + 2), 16) >= 0;
    }
}

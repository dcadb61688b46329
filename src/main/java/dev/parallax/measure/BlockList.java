package dev.parallax.measure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Third parties a visitor does not reach, as with a content blocker.
///
/// A rule without a slash is a host with all hosts below it: `ads.example` holds for `ads.example`
/// and `eu.ads.example`. A rule with a slash is a pattern of whole addresses, where `*` stands for
/// any characters: `*://*/tag-manager/*.js`. Upper and lower case are the same in both.
///
/// @param rules at most 1,000, each at most 500 characters, without spaces
public record BlockList(List<String> rules) {
    /// Nothing is blocked.
    public static final BlockList NONE = new BlockList(List.of());

    /// How many rules a list has at most: each is looked at for every request.
    public static final int MOST_RULES = 1_000;

    private static final int LONGEST_RULE = 500;

    private static final Pattern HOST =
            Pattern.compile("(?i)[a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:]+]");

    public BlockList {
        rules = List.copyOf(rules);
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("too many rules: " + rules.size());
        }
        rules.stream()
                .filter(rule -> !isRule(rule))
                .findFirst()
                .ifPresent(rule -> {
                    throw new IllegalArgumentException(
                            "not a rule of a block list: \"" + rule + "\"");
                });
    }

    /// True for a host name, and for a pattern of addresses that does not block everything.
    public static boolean isRule(String text) {
        if (text.isEmpty() || text.length() > LONGEST_RULE) {
            return false;
        }
        return text.indexOf('/') < 0
                ? HOST.matcher(text).matches()
                : text.chars()
                                .noneMatch(
                                        c -> Character.isWhitespace(c) || Character.isISOControl(c))
                        && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    /// The rules that name hosts.
    public List<String> hosts() {
        return rules.stream().filter(rule -> rule.indexOf('/') < 0).toList();
    }

    /// The rules that are patterns of whole addresses.
    public List<String> patterns() {
        return rules.stream().filter(rule -> rule.indexOf('/') >= 0).toList();
    }

    /// True if a request to this address is blocked.
    public boolean blocks(String url) {
        if (rules.isEmpty()) {
            return false;
        }
        String host = hostOf(url);
        return rules.stream()
                .anyMatch(rule -> rule.indexOf('/') < 0 ? isBelow(host, rule) : matches(url, rule));
    }

    private static boolean isBelow(String host, String rule) {
        String wanted = rule.toLowerCase(Locale.ROOT);
        return host.equals(wanted) || host.endsWith("." + wanted);
    }

    /// Walks both texts at once and goes back to the last star only, so that no rule takes long.
    private static boolean matches(String url, String rule) {
        int at = 0;
        int in = 0;
        int star = -1;
        int from = 0;
        while (at < url.length()) {
            if (in < rule.length() && rule.charAt(in) == '*') {
                star = in++;
                from = at;
            } else if (in < rule.length() && isSame(rule.charAt(in), url.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (in < rule.length() && rule.charAt(in) == '*') {
            in++;
        }
        return in == rule.length();
    }

    private static boolean isSame(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }

    private static String hostOf(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException _) {
            return hostByHand(url);
        }
    }

    /// Browsers send addresses that are none to Java, with a pipe in the query for one.
    private static String hostByHand(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return "";
        }
        String rest = url.substring(start + 3);
        String authority = rest.split("[/?#]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }
}

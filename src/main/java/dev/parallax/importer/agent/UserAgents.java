package dev.parallax.importer.agent;

import dev.parallax.rum.Exclusion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua_parser.Parser;

/// Reads user agents, each different one once. The parser and its list of patterns are only loaded
/// when the first one comes. For one thread.
public final class UserAgents {
    /// No browser's is longer; what is longer is cut off, so that no pattern runs for long.
    private static final int LONGEST = 512;

    /// Answers that are remembered, the last used ones.
    private static final int MOST = 20_000;

    /// The names the parser has for variants of one browser.
    private static final Map<String, String> BROWSERS = browsers();

    private static final Map<String, String> SYSTEMS =
            Map.ofEntries(
                    Map.entry("mac os x", "macOS"),
                    Map.entry("mac os", "macOS"),
                    Map.entry("macos", "macOS"),
                    Map.entry("mac", "macOS"),
                    Map.entry("windows", "Windows"),
                    Map.entry("windows phone", "Windows Phone"),
                    Map.entry("ios", "iOS"),
                    Map.entry("ipados", "iOS"),
                    Map.entry("android", "Android"),
                    Map.entry("linux", "Linux"),
                    Map.entry("ubuntu", "Linux"),
                    Map.entry("debian", "Linux"),
                    Map.entry("fedora", "Linux"),
                    Map.entry("red hat", "Linux"),
                    Map.entry("chrome os", "Chrome OS"),
                    Map.entry("chromeos", "Chrome OS"),
                    Map.entry("atv os x", "tvOS"),
                    Map.entry("tvos", "tvOS"));

    private final Map<String, Client> known =
            new LinkedHashMap<>(256, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Client> eldest) {
                    return size() > MOST;
                }
            };

    private @Nullable Parser parser;

    /// What a user agent says: a full one, or a short form such as `desktop:windows`, `mobile:ios`
    /// or `bot`.
    public Client read(String userAgent) {
        String text = userAgent.strip();
        String agent = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Client answer = known.get(agent);
        if (answer == null) {
            answer = look(agent);
            known.put(agent, answer);
        }
        return answer;
    }

    /// Whether the parser is in memory yet.
    boolean isLoaded() {
        return parser != null;
    }

    private Client look(String agent) {
        if (agent.isEmpty()) {
            return Client.UNKNOWN;
        }
        if (isShort(agent)) {
            return ofShort(agent.toLowerCase(Locale.ROOT));
        }
        if (parser == null) {
            parser = new Parser();
        }
        String os = os(parser.parseOS(agent).family);
        String browser = browser(parser.parseUserAgent(agent).family, agent);
        Exclusion exclusion = Automation.of(agent);
        String device = exclusion == Exclusion.BOT ? "" : Devices.of(agent, os);
        return new Client(device, browser, os, exclusion);
    }

    /// `device:system`, or one word without version or blank.
    private static boolean isShort(String agent) {
        return agent.length() <= 40 && agent.indexOf('/') < 0 && agent.indexOf(' ') < 0;
    }

    private static Client ofShort(String agent) {
        int colon = agent.indexOf(':');
        String device = Devices.canonical(colon < 0 ? agent : agent.substring(0, colon));
        String os = colon < 0 ? "" : SYSTEMS.getOrDefault(agent.substring(colon + 1), "");
        Exclusion exclusion =
                agent.equals("bot") || agent.startsWith("bot:") || agent.equals("robot")
                        ? Exclusion.BOT
                        : Exclusion.NONE;
        return new Client(device, "", os, exclusion);
    }

    private static String os(String family) {
        return family.equals("Other")
                ? ""
                : SYSTEMS.getOrDefault(family.toLowerCase(Locale.ROOT), family);
    }

    private static String browser(String family, String agent) {
        if (family.equals("Other")) {
            return "";
        }
        String usual = BROWSERS.get(family);
        if (usual != null) {
            return usual;
        }
        if (agent.contains("Headless")) {
            return "Chrome";
        }
        return family;
    }

    private static Map<String, String> browsers() {
        var browsers = new HashMap<String, String>();
        for (String name :
                new String[] {"Chrome Mobile", "Chrome Mobile iOS", "Chromium", "HeadlessChrome"}) {
            browsers.put(name, "Chrome");
        }
        browsers.put("Chrome Mobile WebView", "Android WebView");
        browsers.put("Mobile Safari", "Safari");
        browsers.put("Mobile Safari UI/WKWebView", "iOS WebView");
        browsers.put("Firefox Mobile", "Firefox");
        browsers.put("Firefox iOS", "Firefox");
        browsers.put("Edge Mobile", "Edge");
        browsers.put("IE", "Internet Explorer");
        browsers.put("IE Mobile", "Internet Explorer");
        browsers.put("Opera Mobile", "Opera");
        browsers.put("Opera Mini", "Opera Mini");
        browsers.put("UC Browser", "UC Browser");
        browsers.put("Android", "Android Browser");
        return browsers;
    }
}

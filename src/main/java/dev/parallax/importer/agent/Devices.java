package dev.parallax.importer.agent;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Classes of devices. A user agent tells no more: an iPad that asks for desktop pages says it is a
/// Mac.
final class Devices {
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("desktop", "desktop"),
                    Map.entry("pc", "desktop"),
                    Map.entry("computer", "desktop"),
                    Map.entry("laptop", "desktop"),
                    Map.entry("mobile", "mobile"),
                    Map.entry("phone", "mobile"),
                    Map.entry("smartphone", "mobile"),
                    Map.entry("mobile phone", "mobile"),
                    Map.entry("handset", "mobile"),
                    Map.entry("tablet", "tablet"),
                    Map.entry("tv", "tv"),
                    Map.entry("smarttv", "tv"),
                    Map.entry("smart tv", "tv"),
                    Map.entry("gaming console", "console"),
                    Map.entry("console", "console"),
                    Map.entry("watch", "watch"),
                    Map.entry("wearable", "watch"),
                    Map.entry("car", "car"),
                    Map.entry("headset", "headset"));

    /// In the order they are looked for: a Fire TV is an Android without `Mobile` too.
    private static final List<Map.Entry<String, List<String>>> SIGNS =
            List.of(
                    Map.entry(
                            "tv",
                            List.of(
                                    "smart-tv",
                                    "smarttv",
                                    "appletv",
                                    "apple tv",
                                    "googletv",
                                    "google tv",
                                    "android tv",
                                    "hbbtv",
                                    "netcast",
                                    "web0s",
                                    "webos.tv",
                                    "bravia",
                                    "crkey",
                                    "roku/",
                                    "aftm",
                                    "aftt",
                                    "aftb",
                                    "afts",
                                    "tizen; tv",
                                    "viera",
                                    "tv safari")),
                    Map.entry("console", List.of("playstation", "xbox", "nintendo", "steam deck")),
                    Map.entry("headset", List.of("oculusbrowser", "quest ", "vive")),
                    Map.entry("watch", List.of("watch os", "watchos", "wear os", "sm-r8", "sm-r9")),
                    Map.entry("car", List.of("tesla/", "qtcarbrowser", "android automotive")),
                    Map.entry(
                            "tablet",
                            List.of(
                                    "ipad",
                                    "tablet",
                                    "kindle",
                                    "silk/",
                                    "playbook",
                                    "sm-t",
                                    "sm-x",
                                    "gt-p",
                                    "nexus 7",
                                    "nexus 9",
                                    "nexus 10")),
                    Map.entry(
                            "mobile",
                            List.of(
                                    "iphone",
                                    "ipod",
                                    "mobile",
                                    "windows phone",
                                    "opera mini",
                                    "blackberry",
                                    "bb10",
                                    "kaios",
                                    "ucweb",
                                    "j2me")),
                    Map.entry("tablet", List.of("android")),
                    Map.entry(
                            "desktop",
                            List.of(
                                    "windows nt",
                                    "macintosh",
                                    "x11",
                                    "cros ",
                                    "linux x86_64",
                                    "linux i686",
                                    "windows; ")));

    private Devices() {}

    /// The class behind a word of a source; empty if it is not known.
    static String canonical(String word) {
        return WORDS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), "");
    }

    /// The class a full user agent tells.
    ///
    /// @param os as [Client] has it
    static String of(String agent, String os) {
        String lower = agent.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, List<String>> sign : SIGNS) {
            if (sign.getValue().stream().anyMatch(lower::contains)) {
                return sign.getKey();
            }
        }
        return switch (os) {
            case "Windows", "macOS", "Linux", "Chrome OS" -> "desktop";
            case "iOS", "Android" -> "mobile";
            default -> "";
        };
    }
}

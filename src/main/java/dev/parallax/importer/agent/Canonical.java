package dev.parallax.importer.agent;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/// One spelling for what every source writes in its own way. All are pure functions; what is not
/// understood comes back as it was, in the letters the dimension is kept in, or empty where a
/// number is asked for.
public final class Canonical {
    private static final Map<String, String> COUNTRIES = countries();

    private static final Map<String, String> CONNECTIONS =
            Map.ofEntries(
                    Map.entry("5g", "5g"),
                    Map.entry("4g", "4g"),
                    Map.entry("lte", "4g"),
                    Map.entry("3g", "3g"),
                    Map.entry("2g", "2g"),
                    Map.entry("slow-2g", "slow-2g"),
                    Map.entry("slow2g", "slow-2g"),
                    Map.entry("offline", "offline"),
                    Map.entry("none", "offline"),
                    Map.entry("wifi", "wifi"),
                    Map.entry("wi-fi", "wifi"),
                    Map.entry("wlan", "wifi"),
                    Map.entry("ethernet", "ethernet"),
                    Map.entry("wired", "ethernet"),
                    Map.entry("lan", "ethernet"),
                    Map.entry("cellular", "cellular"),
                    Map.entry("mobile", "cellular"),
                    Map.entry("bluetooth", "bluetooth"),
                    Map.entry("wimax", "wimax"));

    private static final Map<String, String> NAVIGATIONS =
            Map.ofEntries(
                    Map.entry("navigate", "navigate"),
                    Map.entry("initial-load", "navigate"),
                    Map.entry("page-load", "navigate"),
                    Map.entry("hard", "navigate"),
                    Map.entry("0", "navigate"),
                    Map.entry("reload", "reload"),
                    Map.entry("1", "reload"),
                    Map.entry("back-forward", "back-forward"),
                    Map.entry("backforward", "back-forward"),
                    Map.entry("2", "back-forward"),
                    Map.entry("back-forward-cache", "back-forward-cache"),
                    Map.entry("backforwardcache", "back-forward-cache"),
                    Map.entry("bfcache", "back-forward-cache"),
                    Map.entry("prerender", "prerender"),
                    Map.entry("restore", "restore"),
                    Map.entry("soft-navigation", "soft-navigation"),
                    Map.entry("route-change", "soft-navigation"),
                    Map.entry("spa", "soft-navigation"),
                    Map.entry("soft", "soft-navigation"));

    private Canonical() {}

    /// The ISO 3166 code of two letters, out of one of two or three letters or the English name:
    /// `DEU`, `Germany` and `de` are `DE`.
    public static String country(String text) {
        return COUNTRIES.getOrDefault(text.strip().toLowerCase(Locale.ROOT), text.strip());
    }

    /// The effective type (`4g`, `3g`, `2g`, `slow-2g`) or the medium (`wifi`, `ethernet` …).
    public static String connection(String text) {
        String word = word(text);
        return CONNECTIONS.getOrDefault(word, word);
    }

    /// `navigate`, `reload`, `back-forward`, `back-forward-cache`, `prerender`, `restore` or
    /// `soft-navigation`; also from the numbers of the old navigation timing interface.
    public static String navigation(String text) {
        String word = word(text);
        return NAVIGATIONS.getOrDefault(word, word);
    }

    /// The class of a device, as [Client] has it.
    public static String device(String text) {
        String known = Devices.canonical(text);
        return known.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : known;
    }

    /// The class of a viewport's width, at the usual break points of style sheets.
    ///
    /// @param width in CSS pixels
    /// @return `<=480`, `481-768`, `769-1024`, `1025-1440`, `1441-1920`, `>1920`; empty unless it
    ///   is above 0
    public static String viewport(double width) {
        if (!(width > 0)) {
            return "";
        }
        if (width <= 480) {
            return "<=480";
        }
        if (width <= 768) {
            return "481-768";
        }
        if (width <= 1024) {
            return "769-1024";
        }
        if (width <= 1440) {
            return "1025-1440";
        }
        return width <= 1920 ? "1441-1920" : ">1920";
    }

    /// The class of a viewport written as `1280x720`, `1280 × 720` or `1280`.
    public static String viewport(String text) {
        int end = 0;
        String stripped = text.strip();
        while (end < stripped.length() && Character.isDigit(stripped.charAt(end)) && end < 6) {
            end++;
        }
        return end == 0 ? "" : viewport(Integer.parseInt(stripped.substring(0, end)));
    }

    /// The class of a processor by its logical cores, `navigator.hardwareConcurrency`.
    ///
    /// @return `1-2 cores`, `3-4 cores`, `5-8 cores`, `9+ cores`; empty below 1
    public static String cpu(double cores) {
        if (!(cores >= 1)) {
            return "";
        }
        if (cores <= 2) {
            return "1-2 cores";
        }
        if (cores <= 4) {
            return "3-4 cores";
        }
        return cores <= 8 ? "5-8 cores" : "9+ cores";
    }

    /// The class of a device's memory, `navigator.deviceMemory`, which browsers round and cap.
    ///
    /// @param gigabytes as the browser tells it
    /// @return `<=1 GB`, `2 GB`, `4 GB`, `8+ GB`; empty unless it is above 0
    public static String memory(double gigabytes) {
        if (!(gigabytes > 0)) {
            return "";
        }
        if (gigabytes <= 1) {
            return "<=1 GB";
        }
        if (gigabytes < 4) {
            return "2 GB";
        }
        return gigabytes < 8 ? "4 GB" : "8+ GB";
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private static Map<String, String> countries() {
        var countries = new HashMap<String, String>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            countries.put(code.toLowerCase(Locale.ROOT), code);
            countries.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            try {
                countries.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            } catch (MissingResourceException _) {
                // a code without one of three letters
            }
        }
        countries.put("usa", "US");
        countries.put("united states of america", "US");
        countries.put("uk", "GB");
        countries.put("great britain", "GB");
        countries.put("russian federation", "RU");
        countries.put("korea, republic of", "KR");
        countries.put("republic of korea", "KR");
        countries.put("viet nam", "VN");
        countries.put("turkey", "TR");
        countries.put("czech republic", "CZ");
        countries.put("hong kong", "HK");
        countries.put("macau", "MO");
        return countries;
    }
}

package dev.parallax.importer.agent;

import dev.parallax.rum.Exclusion;
import java.util.List;
import java.util.Locale;

/// Tells programs from people by their user agents: Parallax's own runs, other products' synthetic
/// tests, headless browsers, crawlers.
final class Automation {
    /// What `browser` adds to the user agent of every run.
    private static final String OURS = "parallax/";

    private static final List<String> SYNTHETIC =
            List.of(
                    "datadogsynthetics",
                    "datadog/synthetics",
                    "newrelicsynthetics",
                    "new relic synthetics",
                    "newrelicpinger",
                    "newrelicminion",
                    "catchpoint",
                    "pingdom",
                    "gtmetrix",
                    "chrome-lighthouse",
                    "lighthouse",
                    "ptst/",
                    "webpagetest",
                    "sitespeed",
                    "browsertime",
                    "speedcurve",
                    "debugbear",
                    "calibre",
                    "dynatracesynthetic",
                    "dynatrace synthetic",
                    "ruxitsynthetic",
                    "elastic/synthetics",
                    "elastic/heartbeat",
                    "uptimerobot",
                    "uptime-kuma",
                    "betteruptime",
                    "better uptime",
                    "better stack",
                    "statuscake",
                    "site24x7",
                    "checkly",
                    "grafana-k6",
                    "k6/",
                    "grafana synthetic",
                    "google page speed",
                    "pagespeed",
                    "dareboost",
                    "yellowlab",
                    "keycdn-tools",
                    "uptrends",
                    "apica",
                    "rigor",
                    "splunksynthetics",
                    "splunk synthetics",
                    "cloudwatchsynthetics",
                    "hetrixtools",
                    "freshping",
                    "updown.io",
                    "nodeping",
                    "alertsite",
                    "gomezagent",
                    "keynote",
                    "appdynamics-synthetic",
                    "appinsights",
                    "jmeter",
                    "gatling/",
                    "artillery",
                    "montastic");

    private static final List<String> HEADLESS =
            List.of(
                    "headless",
                    "phantomjs",
                    "slimerjs",
                    "puppeteer",
                    "playwright",
                    "selenium",
                    "webdriver",
                    "cypress",
                    "htmlunit",
                    "jsdom",
                    "zombie.js",
                    "electron/headless");

    private static final List<String> BOTS =
            List.of(
                    "bot/",
                    "bot;",
                    "bot)",
                    "bot ",
                    "-bot",
                    "_bot",
                    "googlebot",
                    "bingbot",
                    "robot",
                    "crawler",
                    "crawling",
                    "spider",
                    "slurp",
                    "archiver",
                    "mediapartners",
                    "adsbot",
                    "apis-google",
                    "feedfetcher",
                    "google-read-aloud",
                    "googleother",
                    "google-inspectiontool",
                    "storebot",
                    "facebookexternalhit",
                    "facebookcatalog",
                    "meta-externalagent",
                    "whatsapp/",
                    "embedly",
                    "quora link preview",
                    "outbrain",
                    "pinterest/0",
                    "vkshare",
                    "w3c_validator",
                    "validator",
                    "bingpreview",
                    "yandex.com/bots",
                    "baiduspider",
                    "sogou web",
                    "petalbot",
                    "ahrefs",
                    "semrush",
                    "mj12bot",
                    "dotbot",
                    "screaming frog",
                    "seokicks",
                    "python-requests",
                    "python-urllib",
                    "python/",
                    "aiohttp",
                    "httpx/",
                    "curl/",
                    "wget/",
                    "libwww",
                    "java/",
                    "okhttp/",
                    "apache-httpclient",
                    "go-http-client",
                    "node-fetch",
                    "axios/",
                    "got (",
                    "guzzlehttp",
                    "php/",
                    "ruby",
                    "perl/",
                    "scrapy",
                    "httrack",
                    "nutch",
                    "gptbot",
                    "claudebot",
                    "claude-web",
                    "ccbot",
                    "perplexity",
                    "bytespider",
                    "amazonbot",
                    "applebot",
                    "ia_archiver",
                    "postmanruntime",
                    "insomnia/",
                    "prerender",
                    "zgrab",
                    "masscan",
                    "nmap",
                    "nikto",
                    "monitoring",
                    "healthcheck",
                    "kube-probe",
                    "elb-healthchecker");

    private Automation() {}

    static Exclusion of(String agent) {
        String lower = agent.toLowerCase(Locale.ROOT);
        if (lower.contains(OURS)) {
            return Exclusion.OURS;
        }
        if (containsAny(lower, SYNTHETIC)) {
            return Exclusion.SYNTHETIC;
        }
        if (containsAny(lower, HEADLESS)) {
            return Exclusion.HEADLESS;
        }
        return containsAny(lower, BOTS) || lower.endsWith("bot")
                ? isDeviceNamedBot(lower) ? Exclusion.NONE : Exclusion.BOT
                : Exclusion.NONE;
    }

    /// Cubot makes phones.
    private static boolean isDeviceNamedBot(String lower) {
        String without = lower.replace("cubot", "");
        return lower.contains("cubot") && !containsAny(without, BOTS) && !without.endsWith("bot");
    }

    private static boolean containsAny(String agent, List<String> signs) {
        for (String sign : signs) {
            if (agent.contains(sign)) {
                return true;
            }
        }
        return false;
    }
}

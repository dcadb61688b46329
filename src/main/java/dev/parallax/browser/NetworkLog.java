package dev.parallax.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import dev.parallax.measure.Initiator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What DevTools tells of one tab's requests: what caused each, its headers, its sizes, who
/// answered. Frames of other sites and workers are targets of their own and are not heard of; their
/// requests have a bar in the waterfall and no details.
///
/// The handlers only take notes, as every event comes while a call into the browser is under way.
final class NetworkLog {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkLog.class);
    private static final int MOST_KEPT = 5_000;
    private static final int MOST_BODIES = 200;

    private final CDPSession session;
    private final Map<String, List<NetworkEntry>> hops = new HashMap<>();
    private final Map<String, List<JsonObject>> early = new HashMap<>();
    private final Map<String, Queue<NetworkEntry>> byAddress = new HashMap<>();
    private final List<NetworkEntry> entries = new ArrayList<>();
    private int kept;
    private int bodies;

    /// Listens to a tab from now on.
    NetworkLog(CDPSession session) {
        this.session = session;
        session.on("Network.requestWillBeSent", this::asked);
        session.on("Network.requestWillBeSentExtraInfo", this::sent);
        session.on("Network.responseReceived", this::answered);
        session.on("Network.responseReceivedExtraInfo", this::received);
        session.on("Network.requestServedFromCache", event -> on(event, NetworkEntry::fromMemory));
        session.on(
                "Network.dataReceived",
                event -> on(event, entry -> entry.grew(event.get("dataLength").getAsLong())));
        session.on("Network.loadingFinished", event -> on(event, entry -> entry.ended(event)));
        session.send("Network.enable");
    }

    /// From now on the tab does not reach these addresses.
    ///
    /// @param patterns with `*` for anything
    void block(List<String> patterns) {
        if (patterns.isEmpty()) {
            return;
        }
        var urls = new JsonArray();
        patterns.forEach(urls::add);
        var blocked = new JsonObject();
        blocked.add("urls", urls);
        session.send("Network.setBlockedURLs", blocked);
    }

    private interface Note {
        void on(NetworkEntry entry);
    }

    private void on(JsonObject event, Note note) {
        List<NetworkEntry> chain = hops.get(idOf(event));
        if (chain != null) {
            note.on(chain.getLast());
        }
    }

    private void asked(JsonObject event) {
        JsonObject request = event.getAsJsonObject("request");
        String url = request.get("url").getAsString();
        if (kept >= MOST_KEPT || !url.startsWith("http")) {
            return;
        }
        kept++;
        List<NetworkEntry> chain = hops.computeIfAbsent(idOf(event), _ -> new ArrayList<>());
        @Nullable JsonObject redirect = event.getAsJsonObject("redirectResponse");
        if (redirect != null && !chain.isEmpty()) {
            chain.getLast().redirected(redirect);
        }
        var entry = new NetworkEntry(event, redirect == null ? cause(event) : sentOn(redirect));
        chain.add(entry);
        entries.add(entry);
        byAddress
                .computeIfAbsent(
                        key(request.get("method").getAsString(), url), _ -> new ArrayDeque<>())
                .add(entry);
        @Nullable List<JsonObject> before = early.remove(idOf(event));
        if (before != null) {
            before.forEach(this::sent);
        }
    }

    /// The headers as sent may be told before the request itself.
    private void sent(JsonObject event) {
        List<NetworkEntry> chain = hops.get(idOf(event));
        if (chain == null) {
            if (early.size() < MOST_KEPT) {
                early.computeIfAbsent(idOf(event), _ -> new ArrayList<>()).add(event);
            }
            return;
        }
        chain.getLast().sent(event.getAsJsonObject("headers"));
    }

    private void answered(JsonObject event) {
        on(event, entry -> entry.answered(event.getAsJsonObject("response")));
    }

    private void received(JsonObject event) {
        on(event, entry -> entry.received(event));
    }

    private static Initiator sentOn(JsonObject redirect) {
        return new Initiator(Initiator.Kind.REDIRECT, redirect.get("url").getAsString(), 0);
    }

    private static Initiator cause(JsonObject event) {
        @Nullable JsonObject told = event.getAsJsonObject("initiator");
        if (told == null || !told.has("type")) {
            return Initiator.UNKNOWN;
        }
        return switch (told.get("type").getAsString()) {
            case "parser" -> new Initiator(Initiator.Kind.PARSER, url(told), line(told));
            case "script" -> script(told);
            case "preload" -> new Initiator(Initiator.Kind.PRELOAD, url(told), line(told));
            case "other" ->
                    "Document".equals(event.has("type") ? event.get("type").getAsString() : "")
                            ? new Initiator(Initiator.Kind.VISITOR, "", 0)
                            : Initiator.UNKNOWN;
            default -> new Initiator(Initiator.Kind.OTHER, url(told), line(told));
        };
    }

    /// The uppermost frame of the stack that stands in a file; of a promise its parent's.
    private static Initiator script(JsonObject told) {
        @Nullable JsonObject stack = told.getAsJsonObject("stack");
        while (stack != null) {
            @Nullable JsonArray frames = stack.getAsJsonArray("callFrames");
            if (frames != null) {
                for (int i = 0; i < frames.size(); i++) {
                    JsonObject frame = frames.get(i).getAsJsonObject();
                    if (!url(frame).isEmpty()) {
                        return new Initiator(Initiator.Kind.SCRIPT, url(frame), line(frame));
                    }
                }
            }
            stack = stack.getAsJsonObject("parent");
        }
        return new Initiator(Initiator.Kind.SCRIPT, url(told), line(told));
    }

    private static String url(JsonObject from) {
        return from.has("url") ? from.get("url").getAsString() : "";
    }

    /// DevTools counts lines from 0.
    private static int line(JsonObject from) {
        return from.has("lineNumber")
                ? Math.max((int) from.get("lineNumber").getAsDouble() + 1, 0)
                : 0;
    }

    private static String idOf(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static String key(String method, String url) {
        int fragment = url.indexOf('#');
        return method + " " + (fragment < 0 ? url : url.substring(0, fragment));
    }

    /// What is known of the first request of this kind that was not taken yet; requests of the same
    /// address are told in the order they were sent. Null if there is none.
    @Nullable NetworkEntry take(String method, String url) {
        Queue<NetworkEntry> waiting = byAddress.get(key(method, url));
        return waiting == null ? null : waiting.poll();
    }

    /// Fetches the bodies of answers that have come meanwhile and are text, before the page that
    /// asked for them is left and they are forgotten.
    void fetchBodies() {
        // by number: while one body is fetched, more requests may be told of
        for (int i = 0; i < entries.size() && bodies < MOST_BODIES; i++) {
            NetworkEntry entry = entries.get(i);
            if (entry.wantsBody()) {
                bodies++;
                fetchBody(entry);
            }
        }
    }

    private void fetchBody(NetworkEntry entry) {
        var question = new JsonObject();
        question.addProperty("requestId", entry.requestId());
        try {
            JsonObject answer = session.send("Network.getResponseBody", question);
            String body = answer.get("body").getAsString();
            entry.keepBody(
                    answer.get("base64Encoded").getAsBoolean()
                            ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                            : body);
        } catch (PlaywrightException forgotten) {
            if (Faults.isGone(forgotten)) {
                throw forgotten;
            }
            LOG.debug("no body: {}", Faults.firstLine(forgotten));
        }
    }
}

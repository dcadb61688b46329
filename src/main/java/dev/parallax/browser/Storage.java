package dev.parallax.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Collection;

/// What scripts of pages have stored in a context.
final class Storage {
    /// Not `cache_storage` and `service_workers`: they are a site's own cache.
    private static final String TYPES = "local_storage,indexeddb";

    private Storage() {}

    /// Forgets what scripts of these origins have stored.
    ///
    /// @param tab any of the context
    static void clear(BrowserContext context, Page tab, Collection<String> origins) {
        if (origins.isEmpty()) {
            return;
        }
        CDPSession session = context.newCDPSession(tab);
        for (String origin : origins) {
            var question = new JsonObject();
            question.addProperty("origin", origin);
            question.addProperty("storageTypes", TYPES);
            session.send("Storage.clearDataForOrigin", question);
        }
        session.detach();
    }
}

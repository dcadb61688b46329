package com.microsoft.playwright.impl;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A Playwright whose recorder can be listened to. The recorder watches the page without touching
/// its events, and its words come as protocol messages that Playwright for Java drops; this passes
/// them on.
///
/// Everything used here is package-private and may change with any version of Playwright; a
/// contract test holds it.
public final class RecorderBridge implements AutoCloseable {
    private static final String EVENT = "recorderEvent";

    private final Process driver;
    private final PipeTransport pipe;
    private final Playwright playwright;

    private RecorderBridge(Process driver, PipeTransport pipe, Playwright playwright) {
        this.driver = driver;
        this.pipe = pipe;
        this.playwright = playwright;
    }

    /// Starts a driver. It and what it gives belong to the calling thread.
    ///
    /// @param environment of the driver
    /// @param listener gets each event of the recorder, while a call into Playwright is under way;
    ///   it must not call Playwright itself. The picture of the whole page, which holds what is
    ///   typed into password fields, has been taken out
    /// @throws IOException if the driver does not start
    public static RecorderBridge start(
            Map<String, String> environment, Consumer<JsonObject> listener) throws IOException {
        ProcessBuilder builder =
                Driver.ensureDriverInstalled(environment, false).createProcessBuilder();
        builder.command().add("run-driver");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process driver = builder.start();
        var pipe = new PipeTransport(driver.getInputStream(), driver.getOutputStream());
        try {
            Playwright playwright =
                    new Connection(new Tap(pipe, listener), environment).initializePlaywright();
            return new RecorderBridge(driver, pipe, playwright);
        } catch (RuntimeException failed) {
            pipe.close();
            driver.destroyForcibly();
            throw failed;
        }
    }

    public Playwright playwright() {
        return playwright;
    }

    /// The driver's process; its browsers are children of it.
    public ProcessHandle process() {
        return driver.toHandle();
    }

    /// Starts to record what happens in the pages of a context.
    ///
    /// @param testId the attribute by which elements are preferably named
    public static void record(BrowserContext context, String testId) {
        var parameters = new JsonObject();
        parameters.addProperty("mode", "recording");
        parameters.addProperty("recorderMode", "api");
        parameters.addProperty("language", "jsonl");
        parameters.addProperty("omitCallTracking", true);
        parameters.addProperty("testIdAttributeName", testId);
        ((BrowserContextImpl) context).sendMessage("enableRecorder", parameters, 0.0);
    }

    /// The name by which events call a page.
    public static String nameOf(Page page) {
        return ((PageImpl) page).guid;
    }

    /// Ends the driver and with it its browsers.
    @Override
    public void close() {
        try {
            pipe.close();
        } catch (IOException | RuntimeException _) {
            // it has gone by itself
        }
        driver.destroy();
    }

    /// The transport, with an ear at it.
    private record Tap(Transport transport, Consumer<JsonObject> listener) implements Transport {
        @Override
        public void send(JsonObject message) {
            transport.send(message);
        }

        // the marking of this package covers Playwright's own classes too, which it does not
        // describe
        @SuppressWarnings("NullAway")
        @Override
        public @Nullable JsonObject poll(Duration timeout) {
            JsonObject message = transport.poll(timeout);
            if (message != null
                    && message.has("method")
                    && EVENT.equals(message.get("method").getAsString())) {
                listener.accept(withoutPicture(message.getAsJsonObject("params")));
            }
            return message;
        }

        private static JsonObject withoutPicture(JsonObject event) {
            event.remove("code");
            if (event.get("data") instanceof JsonObject data
                    && data.get("action") instanceof JsonObject action) {
                action.remove("ariaSnapshot");
            }
            return event;
        }

        @Override
        public void close() throws IOException {
            transport.close();
        }
    }
}

package dev.parallax.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parallax.browser.RecordedAction.Chosen;
import dev.parallax.browser.RecordedAction.Clicked;
import dev.parallax.browser.RecordedAction.Filled;
import dev.parallax.browser.RecordedAction.FilledSecret;
import dev.parallax.browser.RecordedAction.NotRepeatable;
import dev.parallax.browser.RecordedAction.Opened;
import dev.parallax.browser.RecordedAction.Pressed;
import dev.parallax.browser.RecordedAction.SeenText;
import dev.parallax.browser.RecordedAction.SeenVisible;
import dev.parallax.browser.RecordedAction.Toggled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the words of Playwright's recorder.
final class RecorderEvents {
    /// What kind of field an element is.
    enum Field {
        PLAIN,
        /// Its text must not be seen.
        SECRET,
        FILE
    }

    private static final int ALT = 1;
    private static final int CONTROL = 2;
    private static final int META = 4;
    private static final int SHIFT = 8;

    private RecorderEvents() {}

    /// What an action means, empty if it says nothing a journey would repeat.
    ///
    /// @param data the action with its time, as it came
    /// @param field asked for the kind of a field that was filled, by its selector
    static Optional<RecordedAction> read(int tab, JsonObject data, Function<String, Field> field) {
        JsonObject action = data.getAsJsonObject("action");
        String selector = text(action, "selector");
        double millis = number(data, "startTime");
        return Optional.ofNullable(
                switch (text(action, "name")) {
                    case "openPage", "closePage" -> null;
                    case "navigate" -> new Opened(tab, text(action, "url"), millis);
                    case "click" -> click(tab, action, selector, millis);
                    case "check", "uncheck" -> new Toggled(tab, selector, millis);
                    case "fill" ->
                            switch (field.apply(selector)) {
                                case PLAIN -> new Filled(tab, selector, text(action, "text"));
                                case SECRET -> new FilledSecret(tab, selector);
                                case FILE -> new NotRepeatable(tab, "a file was chosen");
                            };
                    case "select" -> new Chosen(tab, selector, texts(action, "options"), millis);
                    case "press" -> new Pressed(tab, selector, key(action));
                    case "assertVisible" -> new SeenVisible(tab, selector);
                    case "assertText" -> new SeenText(tab, selector, text(action, "text"));
                    case String other -> new NotRepeatable(tab, "\"" + other + "\" was recorded");
                });
    }

    /// What else the recorder noticed, empty for what shows by itself.
    static Optional<RecordedAction> readSignal(int tab, JsonObject data) {
        return switch (text(data.getAsJsonObject("signal"), "name")) {
            case "dialog" ->
                    Optional.of(
                            new NotRepeatable(
                                    tab, "a dialog was answered; a run always dismisses it"));
            case "download" ->
                    Optional.of(new NotRepeatable(tab, "a download was started; a run refuses it"));
            default -> Optional.empty();
        };
    }

    /// A press of Enter or Space on a button comes as a click too, of which the mouse knows
    /// nothing.
    private static @Nullable RecordedAction click(
            int tab, JsonObject action, String selector, double millis) {
        int count = (int) number(action, "clickCount");
        if (count == 0) {
            return null;
        }
        if (!text(action, "button").equals("left")) {
            return new NotRepeatable(tab, "a click with the " + text(action, "button") + " button");
        }
        return new Clicked(tab, selector, count == 1 && number(action, "modifiers") == 0, millis);
    }

    /// The key with its modifiers, as Playwright presses it.
    private static String key(JsonObject action) {
        String key = text(action, "key");
        int modifiers = (int) number(action, "modifiers");
        if (key.length() == 1 && modifiers == SHIFT) {
            return key;
        }
        var name = new StringBuilder();
        append(name, modifiers, CONTROL, "Control+");
        append(name, modifiers, ALT, "Alt+");
        append(name, modifiers, META, "Meta+");
        append(name, modifiers, SHIFT, "Shift+");
        return name.append(key.equals(" ") ? "Space" : key).toString();
    }

    private static void append(StringBuilder name, int modifiers, int modifier, String word) {
        if ((modifiers & modifier) != 0) {
            name.append(word);
        }
    }

    private static String text(JsonObject json, String member) {
        JsonElement value = json.get(member);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static double number(JsonObject json, String member) {
        JsonElement value = json.get(member);
        return value == null || value.isJsonNull() ? 0 : value.getAsDouble();
    }

    private static List<String> texts(JsonObject json, String member) {
        var texts = new ArrayList<String>();
        if (json.get(member) instanceof JsonArray values) {
            values.forEach(value -> texts.add(value.getAsString()));
        }
        return texts;
    }
}

package dev.parallax.journey;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing a journey does. Texts may hold `${variable}` and `${secret:name}`, see [Variables].
///
/// Adding a kind of step: add the record here, then follow the compiler (every `switch` over steps
/// is without `default`) and name it in [JourneyJson].
public sealed interface Step {

    /// What a person calls the step; never blank.
    String label();

    /// Opens a URL in the current tab.
    record Navigate(String label, String url) implements Step {
        public Navigate {
            requireText("url", url);
        }
    }

    /// Clicks the element once with the main button.
    record Click(String label, Target target) implements Step {}

    /// Replaces the text of a field. A text that must not be seen is written `${secret:name}`.
    record Fill(String label, Target target, String text) implements Step {}

    /// Chooses an option of a drop-down by its value or its label.
    record Select(String label, Target target, String option) implements Step {}

    /// Presses a key, such as `Enter` or `Control+A`.
    ///
    /// @param target the element that gets the key; null sends it to whatever has the focus
    record Press(String label, @Nullable Target target, String key) implements Step {
        public Press {
            requireText("key", key);
        }
    }

    /// Waits until something holds, or fails at the time limit.
    record Wait(String label, Condition condition) implements Step {}

    /// Fails the journey unless the assertion holds; a browser retries until the time limit.
    record Assert(String label, Assertion assertion) implements Step {}

    /// Sends one HTTP request; redirects are followed. Assertions behind it look at its response.
    ///
    /// @param method such as `GET`
    /// @param headers names to values
    /// @param body sent as UTF-8; null sends none
    record Request(
            String label,
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body)
            implements Step {
        public Request {
            requireText("method", method);
            requireText("url", url);
            headers = Map.copyOf(headers);
        }
    }

    /// Says that the page now shown is measured under this name. The page's template, which joins
    /// it to real-user page views, is taken from its URL at run time.
    record PageMark(String page) implements Step {
        public PageMark {
            requireText("page", page);
        }

        @Override
        public String label() {
            return page;
        }
    }

    private static void requireText(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
    }
}

package dev.parallax.browser;

import java.util.List;

/// One thing a person did, or brought about, while a [Recording] watched. Never holds the text of a
/// password field.
public sealed interface RecordedAction {

    /// The tab it happened in, counted from 1 in the order of opening.
    int tab();

    /// A page is shown: the tab has navigated, or a script has changed its address.
    ///
    /// @param url with query and fragment
    record PageShown(int tab, String url) implements RecordedAction {}

    /// The page that is shown has told its title.
    record PageTitled(int tab, String title) implements RecordedAction {}

    /// A tab was closed.
    record TabClosed(int tab) implements RecordedAction {}

    /// The person opened an address, went back or loaded the page again.
    ///
    /// @param millis when, on the driver's clock
    record Opened(int tab, String url, double millis) implements RecordedAction {}

    /// An element was clicked with the main button.
    ///
    /// @param plain false if a modifier key was down or it was a double click
    /// @param millis when, on the driver's clock
    record Clicked(int tab, String selector, boolean plain, double millis)
            implements RecordedAction {}

    /// A check box or radio button was switched.
    ///
    /// @param millis when, on the driver's clock
    record Toggled(int tab, String selector, double millis) implements RecordedAction {}

    /// A field has this text now.
    record Filled(int tab, String selector, String text) implements RecordedAction {}

    /// A field was filled whose text must not be seen.
    record FilledSecret(int tab, String selector) implements RecordedAction {}

    /// Options of a drop-down were chosen.
    ///
    /// @param options the values chosen, none if all were taken back
    /// @param millis when, on the driver's clock
    record Chosen(int tab, String selector, List<String> options, double millis)
            implements RecordedAction {
        public Chosen {
            options = List.copyOf(options);
        }
    }

    /// A key was pressed where it writes no text.
    ///
    /// @param key such as `Enter` or `Control+A`
    record Pressed(int tab, String selector, String key) implements RecordedAction {}

    /// The person asked for the assertion that the element can be seen.
    record SeenVisible(int tab, String selector) implements RecordedAction {}

    /// The person asked for the assertion that the element has this text.
    record SeenText(int tab, String selector, String text) implements RecordedAction {}

    /// Something that a journey cannot repeat.
    ///
    /// @param what in words: `a file was chosen`
    record NotRepeatable(int tab, String what) implements RecordedAction {}
}

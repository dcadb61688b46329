package dev.parallax.browser;

/// The browser or its driver went away in the middle of something: killed, crashed or closed. Says
/// nothing about the site.
public final class BrowserGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrowserGoneException(String message, Throwable cause) {
        super(message, cause);
    }

    BrowserGoneException(String message) {
        super(message);
    }
}

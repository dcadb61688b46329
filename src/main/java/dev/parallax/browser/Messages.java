package dev.parallax.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.WebError;
import com.microsoft.playwright.options.WebErrorLocation;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.PageMessage.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the pages of a visit say on their consoles, and the errors no script of theirs catches. Of
/// a page that never stops talking the first messages are kept, errors before all others.
final class Messages {
    private record Said(double epochMillis, long nanos, Level level, String text, String source) {}

    private static final int LONGEST = 4_000;
    private static final Pattern PLACE = Pattern.compile("(.+?):(\\d{1,8})(?::\\d+)?");

    private final List<Said> said = new ArrayList<>();

    Messages(BrowserContext context) {
        context.onConsoleMessage(this::heard);
        context.onWebError(this::failed);
    }

    /// Forgets what was said: what comes belongs to the next view.
    void restart() {
        said.clear();
    }

    private void heard(ConsoleMessage message) {
        keep(
                new Said(
                        message.timestamp(),
                        System.nanoTime(),
                        level(message.type()),
                        shortened(message.text()),
                        source(message.location())));
    }

    /// Errors come without a moment: it is the one at which they are heard.
    private void failed(WebError failure) {
        @Nullable WebErrorLocation location = failure.location();
        String url = location == null ? "" : location.url;
        keep(
                new Said(
                        -1,
                        System.nanoTime(),
                        Level.UNCAUGHT,
                        shortened(failure.error()),
                        url.isEmpty() ? "" : url + ":" + (location.line + 1)));
    }

    private void keep(Said one) {
        if (said.size() < PageMessage.MOST) {
            said.add(one);
        } else if (isError(one)) {
            for (int i = said.size() - 1; i >= 0; i--) {
                if (!isError(said.get(i))) {
                    said.set(i, one);
                    return;
                }
            }
        }
    }

    private static boolean isError(Said one) {
        return one.level() == Level.UNCAUGHT || one.level() == Level.ERROR;
    }

    /// Whatever a page says is held only as far as it is kept, and a little more until it is
    /// masked.
    private static String shortened(@Nullable String text) {
        String known = text == null ? "" : text;
        return known.length() > LONGEST ? known.substring(0, LONGEST) : known;
    }

    private static Level level(String type) {
        return switch (type) {
            case "error", "assert" -> Level.ERROR;
            case "warning" -> Level.WARNING;
            case "debug", "trace" -> Level.DEBUG;
            default -> Level.INFO;
        };
    }

    /// The engine tells a file's lines from 0 with their columns:
    /// `http://shop.example/app.js:11:8`.
    private static String source(@Nullable String location) {
        Matcher place = PLACE.matcher(String.valueOf(location));
        return place.matches() ? place.group(1) + ":" + (Integer.parseInt(place.group(2)) + 1) : "";
    }

    /// The messages in order of time.
    List<PageMessage> kept(Start start) {
        var kept = new ArrayList<PageMessage>();
        for (Said one : said) {
            kept.add(
                    new PageMessage(
                            one.epochMillis() < 0
                                    ? start.millisUntilNanos(one.nanos())
                                    : start.millisUntil(one.epochMillis()),
                            one.level(),
                            one.text(),
                            one.source()));
        }
        kept.sort(Comparator.comparingDouble(PageMessage::atMillis));
        return kept;
    }
}

package dev.parallax.recorder;

import dev.parallax.browser.RecordedAction;
import dev.parallax.browser.RecordedAction.Chosen;
import dev.parallax.browser.RecordedAction.NotRepeatable;
import dev.parallax.browser.RecordedAction.Opened;
import dev.parallax.browser.RecordedAction.PageShown;
import dev.parallax.browser.RecordedAction.PageTitled;
import dev.parallax.browser.RecordedAction.TabClosed;
import dev.parallax.browser.RecordedAction.Toggled;
import dev.parallax.browser.Recording;
import dev.parallax.journey.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes down what a recording tells, each thing once. A step is told on as soon as it is settled,
/// which it is when the next thing happens.
final class Transcript implements Recording.Listener {
    private static final double CONSEQUENCE_MILLIS = 3000;

    private final String name;
    private final String start;
    private final Consumer<Step> live;
    private final List<RecordedAction> actions = new ArrayList<>();
    private final Map<PageShown, String> titles = new HashMap<>();
    private final Map<Integer, PageShown> shown = new HashMap<>();
    private final Map<Integer, PageShown> unproven = new HashMap<>();
    private final Map<Integer, Opened> unprovenReloads = new HashMap<>();
    private final TreeSet<Integer> open = new TreeSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private @Nullable PageShown unexplained;
    private boolean startSeen;
    private int told;

    /// @param name of the journey to be
    /// @param start the address that was opened
    /// @param live gets each step once, in order
    Transcript(String name, String start, Consumer<Step> live) {
        this.name = name;
        this.start = start;
        this.live = live;
    }

    @Override
    public void added(RecordedAction action) {
        switch (action) {
            case PageShown page -> pageShown(page);
            case PageTitled(var tab, var title) -> pageTitled(tab, title);
            case TabClosed(var tab) -> open.remove(tab);
            case NotRepeatable(_, var what) -> warnings.add(what);
            case Opened opened -> opened(opened);
            default -> {
                warnOfOtherTab(action);
                actions.add(action);
                unexplained = null;
            }
        }
        tellSettled();
    }

    @Override
    public void replaced(RecordedAction action) {
        boolean goesOn =
                !actions.isEmpty()
                        && actions.getLast().getClass() == action.getClass()
                        && actions.getLast().tab() == action.tab();
        if (goesOn) {
            actions.set(actions.size() - 1, action);
        } else {
            added(action);
        }
    }

    /// The same address again is often a script's doing that changes nothing a person would call a
    /// page; only a document that is loaded has a title to tell, and so proves itself.
    private void pageShown(PageShown page) {
        open.add(page.tab());
        unproven.remove(page.tab());
        if (isShown(page.tab(), page.url())) {
            unproven.put(page.tab(), page);
        } else {
            unprovenReloads.remove(page.tab());
            addPage(page);
        }
    }

    private void addPage(PageShown page) {
        shown.put(page.tab(), page);
        actions.add(page);
        unexplained = page;
    }

    private void pageTitled(int tab, String title) {
        PageShown again = unproven.remove(tab);
        Opened reload = unprovenReloads.remove(tab);
        if (again != null) {
            if (reload != null) {
                actions.add(reload);
            }
            addPage(again);
        }
        PageShown page = shown.get(tab);
        if (page != null) {
            titles.put(page, title);
        }
    }

    /// Mostly told right behind the page that was opened, and belongs before it.
    private void opened(Opened opened) {
        PageShown page = unexplained;
        unexplained = null;
        if (!startSeen) {
            startSeen = true;
        } else if (isConsequence(opened)) {
            // the page tells
            return;
        } else if (page != null && page.tab() == opened.tab() && page.url().equals(opened.url())) {
            warnOfOtherTab(opened);
            actions.add(actions.size() - 1, opened);
        } else if (isShown(opened.tab(), opened.url())) {
            unprovenReloads.put(opened.tab(), opened);
        } else {
            warnOfOtherTab(opened);
            actions.add(opened);
        }
    }

    private boolean isShown(int tab, String url) {
        PageShown page = shown.get(tab);
        return page != null && withoutFragment(page.url()).equals(withoutFragment(url));
    }

    /// The recorder takes a page for opened by hand if a drop-down or a check box has led to it.
    private boolean isConsequence(Opened opened) {
        for (RecordedAction before : actions.reversed()) {
            switch (before) {
                case PageShown _ -> {
                    // perhaps the very page, which may come first
                }
                case Chosen choice -> {
                    return opened.millis() - choice.millis() < CONSEQUENCE_MILLIS;
                }
                case Toggled toggle -> {
                    return opened.millis() - toggle.millis() < CONSEQUENCE_MILLIS;
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    private void warnOfOtherTab(RecordedAction action) {
        if (!open.isEmpty() && action.tab() != open.last()) {
            warnings.add("an older tab was used while a newer one was open; a run uses the newest");
        }
    }

    private void tellSettled() {
        tell(writer().settledSteps());
    }

    private void tell(List<Step> steps) {
        for (; told < steps.size(); told++) {
            live.accept(steps.get(told));
        }
    }

    private JourneyWriter writer() {
        return new JourneyWriter(name, start, actions, titles);
    }

    /// All there is, once nothing more happens. Tells the steps that were still unsettled.
    Recorded finish() {
        JourneyWriter writer = writer();
        tell(writer.journey().steps());
        var all = new ArrayList<>(writer.warnings());
        all.addAll(warnings);
        return new Recorded(writer.journey(), writer.secrets(), all);
    }
}

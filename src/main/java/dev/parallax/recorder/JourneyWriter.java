package dev.parallax.recorder;

import dev.parallax.browser.RecordedAction;
import dev.parallax.browser.RecordedAction.Chosen;
import dev.parallax.browser.RecordedAction.Clicked;
import dev.parallax.browser.RecordedAction.Filled;
import dev.parallax.browser.RecordedAction.FilledSecret;
import dev.parallax.browser.RecordedAction.NotRepeatable;
import dev.parallax.browser.RecordedAction.Opened;
import dev.parallax.browser.RecordedAction.PageShown;
import dev.parallax.browser.RecordedAction.PageTitled;
import dev.parallax.browser.RecordedAction.Pressed;
import dev.parallax.browser.RecordedAction.SeenText;
import dev.parallax.browser.RecordedAction.SeenVisible;
import dev.parallax.browser.RecordedAction.TabClosed;
import dev.parallax.browser.RecordedAction.Toggled;
import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a journey of recorded actions:
///
/// - Behind each navigation a page mark; between an action and the page it leads to a wait for that
///   page's address, as far as it does not name an item.
/// - A click that only puts the cursor into a field, and one on the label of a check box, are left
///   out.
/// - The text of a secret field becomes `${secret:…}`.
/// - An answer to a consent banner, if it is the very first thing done, moves into the prelude.
final class JourneyWriter {
    // a click on a label and the switch of its check box are one deed that comes twice; on a busy
    // machine
    // the second takes its time, but then it bears the label's name
    private static final double SAME_DEED_MILLIS = 100;
    private static final double SAME_NAME_MILLIS = 1000;

    private static final Pattern HOST = Pattern.compile("[a-z]+://([^/?#]*)");

    private final String name;
    private final String start;
    private final Map<PageShown, String> titles;
    private final List<Step> prelude = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private int settled;
    private final Set<String> pages = new HashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    JourneyWriter(
            String name,
            String start,
            List<RecordedAction> actions,
            Map<PageShown, String> titles) {
        this.name = name;
        this.start = start;
        this.titles = titles;
        write(withoutNoise(withoutConsent(actions)));
    }

    Journey journey() {
        return new Journey(name, Journey.Kind.BROWSER, variables, prelude, steps);
    }

    /// The steps that stay as they are whatever happens next.
    List<Step> settledSteps() {
        return steps.subList(0, settled);
    }

    /// Names of the secrets the journey mentions.
    List<String> secrets() {
        return List.copyOf(secrets.values());
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private List<RecordedAction> withoutConsent(List<RecordedAction> actions) {
        var rest = new ArrayList<>(actions);
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i) instanceof PageShown) {
                continue;
            }
            if (rest.get(i) instanceof Clicked(var tab, var selector, _, _)
                    && tab == 1
                    && Consent.isAnswer(ElementName.of(selector))) {
                rest.remove(i);
                prelude.add(open(start));
                prelude.add(click(selector));
            }
            break;
        }
        return rest;
    }

    private static List<RecordedAction> withoutNoise(List<RecordedAction> actions) {
        var rest = new ArrayList<RecordedAction>();
        for (RecordedAction action : actions) {
            if (!rest.isEmpty() && isNoise(rest.getLast(), action)) {
                rest.removeLast();
            }
            rest.add(action);
        }
        return rest;
    }

    private static boolean isNoise(RecordedAction action, RecordedAction next) {
        return switch (action) {
            case PageShown(var tab, _) -> next instanceof PageShown && tab == next.tab();
            case Clicked(var tab, var selector, _, _) ->
                    tab == next.tab()
                            && switch (next) {
                                case Filled fill -> fill.selector().equals(selector);
                                case FilledSecret fill -> fill.selector().equals(selector);
                                case Chosen choice -> choice.selector().equals(selector);
                                default -> false;
                            };
            default -> false;
        };
    }

    private void write(List<RecordedAction> actions) {
        steps.add(open(start));
        for (int i = 0; i < actions.size(); i++) {
            settled = steps.size();
            RecordedAction action = actions.get(i);
            if (i + 1 < actions.size()
                    && action instanceof Clicked click
                    && actions.get(i + 1) instanceof Toggled toggle
                    && isLabelOf(click, toggle)) {
                steps.add(click(toggle.selector(), click.selector()));
                i++;
            } else {
                write(action);
            }
        }
    }

    private static boolean isLabelOf(Clicked click, Toggled toggle) {
        double between = toggle.millis() - click.millis();
        return click.tab() == toggle.tab()
                && (between < SAME_DEED_MILLIS
                        || (between < SAME_NAME_MILLIS
                                && ElementName.of(toggle.selector())
                                        .contains(ElementName.of(click.selector()))));
    }

    private void write(RecordedAction action) {
        switch (action) {
            case PageShown page -> page(page);
            case Opened(_, var url, _) -> steps.add(open(url));
            case Clicked(_, var selector, var plain, _) -> {
                steps.add(click(selector));
                if (!plain) {
                    warnings.add(
                            "a double click or one with a modifier key was recorded as a plain click");
                }
            }
            case Toggled(_, var selector, _) -> steps.add(click(selector));
            case Filled(_, var selector, var text) -> steps.add(fill(selector, literal(text)));
            case FilledSecret(_, var selector) ->
                    steps.add(fill(selector, "${secret:" + secret(selector) + "}"));
            case Chosen(_, var selector, var options, _) -> choose(selector, options);
            case Pressed(_, var selector, var key) ->
                    steps.add(new Step.Press("Press " + key, Target.of(selector), key));
            case SeenVisible(_, var selector) ->
                    steps.add(
                            new Step.Assert(
                                    "See " + quoted(selector),
                                    new Assertion.ElementVisible(Target.of(selector))));
            case SeenText(_, var selector, var text) ->
                    steps.add(
                            new Step.Assert(
                                    "Read " + quoted(selector),
                                    new Assertion.ElementText(Target.of(selector), literal(text))));
            case PageTitled _, TabClosed _, NotRepeatable _ -> {
                // nothing to do in a run
            }
        }
    }

    private void page(PageShown page) {
        String address = stableAddress(page.url());
        if (!(steps.getLast() instanceof Step.Navigate) && !address.isEmpty()) {
            steps.add(
                    new Step.Wait(
                            "Wait for " + address, new Condition.UrlContains(literal(address))));
        }
        String wanted = PageName.of(page.url(), titles.getOrDefault(page, ""));
        String unique = wanted;
        for (int number = 2; !pages.add(unique); number++) {
            unique = wanted + " " + number;
        }
        steps.add(new Step.PageMark(unique));
    }

    /// The part of an address that is the same in every run: the path up to the first item, and the
    /// host if it is another than at the start. Empty if nothing is left that tells pages apart.
    private String stableAddress(String url) {
        String path = PagePath.of(url);
        int item = path.indexOf("/:");
        String stable = item < 0 ? path : path.substring(0, item + 1);
        String host = hostOf(url);
        if (!host.equals(hostOf(start))) {
            return host + stable;
        }
        return stable.equals("/") ? "" : stable;
    }

    private static String hostOf(String url) {
        Matcher host = HOST.matcher(url);
        return host.lookingAt() ? host.group(1) : "";
    }

    private Step open(String url) {
        return new Step.Navigate("Open " + PagePath.of(url), literal(url));
    }

    /// @param selectors the preferred one first
    private static Step click(String... selectors) {
        return new Step.Click("Click " + quoted(selectors[0]), Target.of(selectors));
    }

    private static Step fill(String selector, String text) {
        return new Step.Fill("Fill " + quoted(selector), Target.of(selector), text);
    }

    private void choose(String selector, List<String> options) {
        if (options.size() != 1) {
            warnings.add("several options, or none, were chosen in " + quoted(selector));
        }
        if (!options.isEmpty()) {
            String label = "Choose in " + quoted(selector);
            steps.add(new Step.Select(label, Target.of(selector), literal(options.getFirst())));
        }
    }

    private static String quoted(String selector) {
        return "\"" + ElementName.of(selector) + "\"";
    }

    /// The text as a journey has to hold it, so that a run gets it letter for letter: what looks
    /// like a placeholder becomes the value of a variable, which is not looked into.
    private String literal(String text) {
        if (!text.contains("${")) {
            return text;
        }
        String variable = "text-" + (variables.size() + 1);
        variables.put(variable, text);
        return "${" + variable + "}";
    }

    /// The name of a field's secret: the journey's and the field's, for secrets of all journeys are
    /// kept together.
    private String secret(String selector) {
        return secrets.computeIfAbsent(
                selector,
                _ -> {
                    String wanted = word(name + "-" + ElementName.of(selector));
                    String unique = wanted;
                    for (int number = 2; secrets.containsValue(unique); number++) {
                        unique = wanted + "-" + number;
                    }
                    return unique;
                });
    }

    /// Letters, digits and dashes, beginning with a letter.
    private static String word(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
        String some = plain.isEmpty() ? "secret" : plain;
        return some.substring(0, Math.min(some.length(), 60));
    }
}

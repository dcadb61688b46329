package dev.parallax.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file that a real browser has opened without a window, and all that its scripts did.
public final class OpenedReport implements AutoCloseable {
    private final EngineFolder folder = EngineFolder.ofThisProcess();
    private final Driver driver;
    private final com.microsoft.playwright.Browser browser;
    private final Page page;
    private final List<String> deeds = new ArrayList<>();

    /// @param hook a script that runs before those of the file
    public OpenedReport(Path file, String hook) {
        folder.enter();
        driver = Driver.start(folder.path());
        browser =
                driver.playwright()
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                Browsers.ofThisMachine().find(null).path())
                                        .setChromiumSandbox(
                                                Sandbox.of(System.getenv(), folder.path()).isOn()));
        page = browser.newPage();
        page.addInitScript(hook);
        page.onDialog(dialog -> {
            deeds.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> deeds.add("console " + message.text()));
        page.onPageError(error -> deeds.add("error " + error));
        page.onRequest(request -> {
            if (!request.url().equals(file.toUri().toString())) {
                deeds.add("request " + request.url());
            }
        });
        page.navigate(file.toUri().toString());
    }

    /// What scripts did beside drawing: dialogs, console messages, errors and requests.
    public List<String> deeds() {
        return List.copyOf(deeds);
    }

    /// What an expression gives.
    public Object ask(String expression) {
        return page.evaluate(expression);
    }

    /// Presses each of the elements, one after the other.
    public void pressAll(String selector) {
        page.evaluate(
                "selector => document.querySelectorAll(selector).forEach(one => one.dispatchEvent(new"
                        + " MouseEvent('click', { bubbles: true, cancelable: true })))",
                selector);
    }

    /// Presses a key, such as `Tab` or `ArrowRight`, wherever the keyboard is.
    public void type(String key) {
        page.keyboard().press(key);
    }

    /// What a screen reader finds, as an outline of roles and names.
    public String heard() {
        return page.locator("body").ariaSnapshot();
    }

    /// Prints the page on A4 as a PDF file.
    public void print(Path file) {
        page.pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true));
    }

    /// Makes the window so wide and lets the page settle.
    public void resize(int width) {
        page.setViewportSize(width, 900);
        page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// Draws the whole page as a PNG file.
    public void picture(int width, ColorSchemeName scheme, Path file) {
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(
                                scheme == ColorSchemeName.DARK
                                        ? ColorScheme.DARK
                                        : ColorScheme.LIGHT));
        resize(width);
        try {
            Files.write(file, page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /// In which colours a page is asked to be.
    public enum ColorSchemeName {
        LIGHT,
        DARK
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
        folder.leave();
    }
}

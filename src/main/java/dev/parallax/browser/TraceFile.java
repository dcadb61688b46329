package dev.parallax.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import dev.parallax.measure.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records everything the browser does in a context.
final class TraceFile {
    private static final Logger LOG = LoggerFactory.getLogger(TraceFile.class);

    /// A larger one is left out.
    private static final long MOST_BYTES = 64L << 20;

    private final BrowserContext context;
    private final Path folder;

    private TraceFile(BrowserContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    /// Records from now on.
    ///
    /// @param folder for the file while it is made
    static TraceFile start(BrowserContext context, Path folder) {
        context.tracing()
                .start(
                        new Tracing.StartOptions()
                                .setScreenshots(true)
                                .setSnapshots(true)
                                .setSources(false));
        return new TraceFile(context, folder);
    }

    /// Ends the recording; empty if it cannot be had.
    Optional<Trace> finish() {
        Path file = folder.resolve("trace.zip");
        try {
            context.tracing().stop(new Tracing.StopOptions().setPath(file));
            if (Files.size(file) > MOST_BYTES) {
                LOG.warn("the trace is {} bytes long and is left out", Files.size(file));
                return Optional.empty();
            }
            return Optional.of(new Trace(Files.readAllBytes(file)));
        } catch (PlaywrightException failed) {
            if (Faults.isGone(failed)) {
                throw failed;
            }
            LOG.warn("no trace: {}", Faults.firstLine(failed));
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("no trace", unreadable);
            return Optional.empty();
        } finally {
            deleteQuietly(file);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stubborn) {
            LOG.debug("the trace's file stays until the folder is swept", stubborn);
        }
    }
}

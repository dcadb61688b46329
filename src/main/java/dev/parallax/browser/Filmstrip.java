package dev.parallax.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Screencast;
import com.microsoft.playwright.ScreencastFrame;
import dev.parallax.measure.FilmFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Films the tabs of a visit: one picture whenever what is shown has changed, small and at most
/// [#MOST] of them. When there are too many every second of them is dropped, so that a long visit
/// is told as a whole.
final class Filmstrip {
    /// How many pictures an iteration keeps.
    static final int MOST = 120;

    private static final Logger LOG = LoggerFactory.getLogger(Filmstrip.class);
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final int QUALITY = 50;

    @SuppressWarnings("ArrayRecordComponent") // compared by its own method only
    private record Picture(double epochMillis, byte[] jpeg) {
        boolean shows(byte[] other) {
            return Arrays.equals(jpeg, other);
        }
    }

    private final List<Picture> pictures = new ArrayList<>();
    private int wanted = 1;
    private int skipped;

    /// Films a tab until it is closed. A tab that cannot be filmed is left out.
    @SuppressWarnings("resource") // the film ends with its tab
    void record(Page tab) {
        try {
            tab.screencast()
                    .start(
                            new Screencast.StartOptions()
                                    .setSize(WIDTH, HEIGHT)
                                    .setQuality(QUALITY)
                                    .setOnFrame(this::take));
        } catch (PlaywrightException refused) {
            if (Faults.isGone(refused)) {
                throw refused;
            }
            LOG.warn("no filmstrip: {}", Faults.firstLine(refused));
        }
    }

    /// Forgets the pictures: what comes belongs to the next view.
    void restart() {
        pictures.clear();
        wanted = 1;
        skipped = 0;
    }

    private void take(ScreencastFrame frame) {
        if (!pictures.isEmpty() && pictures.getLast().shows(frame.data())) {
            return;
        }
        if (++skipped < wanted) {
            return;
        }
        skipped = 0;
        pictures.add(new Picture(frame.timestamp(), frame.data()));
        if (pictures.size() > MOST) {
            thinOut();
        }
    }

    private void thinOut() {
        wanted *= 2;
        var kept = new ArrayList<Picture>();
        for (int i = 0; i < pictures.size(); i += 2) {
            kept.add(pictures.get(i));
        }
        pictures.clear();
        pictures.addAll(kept);
    }

    /// The pictures in order of time.
    List<FilmFrame> frames(Start start) {
        return pictures.stream()
                .sorted(Comparator.comparingDouble(Picture::epochMillis))
                .map(picture ->
                        new FilmFrame(start.millisUntil(picture.epochMillis()), picture.jpeg()))
                .toList();
    }
}

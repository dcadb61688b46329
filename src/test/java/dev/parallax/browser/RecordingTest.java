package dev.parallax.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import dev.parallax.browser.RecordedAction.Clicked;
import dev.parallax.browser.RecordedAction.NotRepeatable;
import dev.parallax.browser.RecordedAction.Pressed;
import dev.parallax.browser.RecorderEvents.Field;
import dev.parallax.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordingTest {

    @Test
    void needsADisplay() {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> Recording.requireDisplay(Platform.LINUX, Map.of("DISPLAY", " ")));
        assertThat(refused.problem().code()).isEqualTo("no-display");
        assertThat(refused.problem().kind().exitCode()).isEqualTo(3);
        assertThatCode(
                        () -> {
                            Recording.requireDisplay(Platform.LINUX, Map.of("DISPLAY", ":0"));
                            Recording.requireDisplay(
                                    Platform.LINUX, Map.of("WAYLAND_DISPLAY", "wayland-0"));
                            Recording.requireDisplay(Platform.MAC, Map.of());
                            Recording.requireDisplay(Platform.WINDOWS, Map.of());
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void aKeyOnAButtonIsNoClickBesides() {
        assertThat(read("'name':'click','button':'left','clickCount':0")).isEmpty();
        assertThat(read("'name':'click','button':'left','clickCount':1,'modifiers':0"))
                .contains(new Clicked(1, "#a", true, 7));
        assertThat(read("'name':'click','button':'left','clickCount':2"))
                .contains(new Clicked(1, "#a", false, 7));
        assertThat(read("'name':'click','button':'right','clickCount':1"))
                .contains(new NotRepeatable(1, "a click with the right button"));
    }

    @Test
    void keysHaveTheirModifiers() {
        assertThat(read("'name':'press','key':'a','modifiers':2"))
                .contains(new Pressed(1, "#a", "Control+a"));
        assertThat(read("'name':'press','key':'Tab','modifiers':8"))
                .contains(new Pressed(1, "#a", "Shift+Tab"));
        assertThat(read("'name':'press','key':'?','modifiers':8"))
                .contains(new Pressed(1, "#a", "?"));
        assertThat(read("'name':'press','key':' ','modifiers':0"))
                .contains(new Pressed(1, "#a", "Space"));
    }

    @Test
    void whatALaterVersionRecordsIsSaid() {
        assertThat(read("'name':'hover'")).contains(new NotRepeatable(1, "\"hover\" was recorded"));
        assertThat(read("'name':'openPage','url':'about:blank'")).isEmpty();
    }

    private static Optional<RecordedAction> read(String action) {
        String data = "{'startTime':7,'action':{'selector':'#a'," + action + "}}";
        return RecorderEvents.read(
                1, JsonParser.parseString(data).getAsJsonObject(), _ -> Field.PLAIN);
    }
}

package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Machine;
import dev.parallax.measure.Machine.NetworkKind;
import dev.parallax.measure.Machine.Power;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineSurveyTest {
    @TempDir Path root;
    private MachineSurvey survey;

    @BeforeEach
    void open() {
        survey = new MachineSurvey(root);
    }

    @Test
    void tellsABatteryThatIsBeingEmptied() throws IOException {
        write("sys/class/power_supply/AC/type", "Mains\n");
        write("sys/class/power_supply/BAT0/type", "Battery\n");
        write("sys/class/power_supply/BAT0/status", "Discharging\n");
        write("sys/class/power_supply/BAT0/capacity", "81\n");
        write("sys/class/power_supply/mouse/type", "Battery\n");
        write("sys/class/power_supply/mouse/scope", "Device\n");
        write("sys/class/power_supply/mouse/capacity", "5\n");

        Machine machine = survey.now("", new Route(""));

        assertThat(machine.power()).isEqualTo(Power.BATTERY);
        assertThat(machine.batteryPercent()).isEqualTo(81);
    }

    @Test
    void tellsMainsWhileABatteryIsCharged() throws IOException {
        write("sys/class/power_supply/BAT0/type", "Battery\n");
        write("sys/class/power_supply/BAT0/status", "Charging\n");
        write("sys/class/power_supply/BAT0/capacity", "full?\n");

        Machine machine = survey.now("", new Route(""));

        assertThat(machine.power()).isEqualTo(Power.MAINS);
        assertThat(machine.batteryPercent()).isEqualTo(-1);
    }

    @Test
    void doesNotGuessThePowerElsewhere() {
        assertThat(survey.now("", new Route("")).power()).isEqualTo(Power.UNKNOWN);
    }

    @Test
    void countsMemoryThatCachesWouldGive() throws IOException {
        write("proc/meminfo", "MemTotal: 9 kB\nMemFree: 1 kB\nMemAvailable:   7 kB\n");

        assertThat(survey.now("", new Route("")).freeMemoryBytes()).isEqualTo(7 * 1024);
    }

    @Test
    void tellsTheKindOfAConnectionByItsInterface() throws IOException {
        write("sys/class/net/eth0/type", "1");
        write("sys/class/net/wlp3s0/type", "1");
        write("sys/class/net/odd/wireless/link", "1");

        assertThat(survey.kindOf("eth0")).isEqualTo(NetworkKind.WIRED);
        assertThat(survey.kindOf("wlp3s0")).isEqualTo(NetworkKind.WIRELESS);
        assertThat(survey.kindOf("odd")).isEqualTo(NetworkKind.WIRELESS);
        assertThat(survey.kindOf("tun0")).isEqualTo(NetworkKind.TUNNEL);
        assertThat(survey.kindOf("wwan0")).isEqualTo(NetworkKind.MOBILE);
        assertThat(survey.kindOf("en0")).isEqualTo(NetworkKind.UNKNOWN);
        assertThat(survey.now("", new Route("")).network()).isEqualTo(NetworkKind.NONE);
    }

    @Test
    void noticesThatTheWayOutChanged() {
        assertThat(new Route("10.0.0.5").changedTo(new Route("10.0.0.5"))).isEmpty();
        assertThat(new Route("10.0.0.5").changedTo(new Route("")))
                .hasValue("the network changed: 10.0.0.5, then none");
        assertThat(Route.now()).isEqualTo(Route.now());
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

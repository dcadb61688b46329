package dev.parallax.importer;

import dev.parallax.importer.agent.Client;
import dev.parallax.importer.agent.UserAgents;
import dev.parallax.metric.Dimension;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import java.util.Arrays;

/// Tells device, browser and system from a user agent, and whether anybody lived through the page
/// view. A column of its own for one of these goes before what the user agent says.
final class AgentCell implements Cell {
    private static final int DEVICE = Dimension.all().indexOf(Dimension.DEVICE);
    private static final int BROWSER = Dimension.all().indexOf(Dimension.BROWSER);
    private static final int OS = Dimension.all().indexOf(Dimension.OS);

    /// No browser's user agent is longer.
    private static final int LONGEST = 512;

    private final UserAgents agents = new UserAgents();
    private final Dictionary seen = new Dictionary(Dictionaries.MOST_VALUES);
    private final CanonicalValues devices;
    private final CanonicalValues browsers;
    private final CanonicalValues systems;
    private Known[] known = new Known[16];
    private int count = 1;

    /// What a user agent was found to say, in codes.
    private record Known(int device, int browser, int os, int exclusion) {}

    AgentCell(CanonicalValues devices, CanonicalValues browsers, CanonicalValues systems) {
        this.devices = devices;
        this.browsers = browsers;
        this.systems = systems;
    }

    @Override
    public void read(char[] source, int from, int length, Draft draft) {
        if (length == 0) {
            return;
        }
        int code = seen.code(source, from, Math.min(length, LONGEST));
        if (code == Dictionary.UNKNOWN) {
            write(look(new String(source, from, length)), draft);
            return;
        }
        if (code == count) {
            learn(code);
        }
        write(known[code], draft);
    }

    private void learn(int code) {
        if (code == known.length) {
            known = Arrays.copyOf(known, code * 2);
        }
        known[code] = look(seen.text(code));
        count++;
    }

    private Known look(String agent) {
        Client client = agents.read(agent);
        return new Known(
                devices.code(client.device()),
                browsers.code(client.browser()),
                systems.code(client.os()),
                client.exclusion().code());
    }

    private static void write(Known client, Draft draft) {
        write(DEVICE, client.device, draft);
        write(BROWSER, client.browser, draft);
        write(OS, client.os, draft);
        if (draft.exclusion == 0) {
            draft.exclusion = client.exclusion;
        }
    }

    private static void write(int dimension, int code, Draft draft) {
        if (draft.dimensions[dimension] == Dictionary.UNKNOWN) {
            draft.dimensions[dimension] = code;
        }
    }
}

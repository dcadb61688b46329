package dev.parallax.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Proxy;
import dev.parallax.measure.Device;
import dev.parallax.measure.Gateway;
import dev.parallax.measure.Network;
import dev.parallax.measure.Preferences;
import dev.parallax.measure.Profile;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a browser behave as a profile says: what holds for a whole visit is set with its context,
/// what DevTools throttles is set on each tab and each frame that has a process of its own.
final class Emulation {
    private static final Logger LOG = LoggerFactory.getLogger(Emulation.class);
    private static final double BYTES_A_SECOND_IN_KBPS = 1000.0 / 8;

    private final Profile profile;
    private final Optional<Gateway> gateway;

    /// @param gateway the way to the network; there is one if the profile's network is shaped by a
    ///   proxy
    Emulation(Profile profile, Optional<Gateway> gateway) {
        if (profile.network().method() == Network.Method.PROXY && gateway.isEmpty()) {
            throw new IllegalArgumentException("nothing shapes the network of " + profile.id());
        }
        this.profile = profile;
        this.gateway = gateway;
    }

    /// Names why connects of this visitor did not come about.
    ConnectCauses connectCauses() {
        return new ConnectCauses(gateway);
    }

    Browser.NewContextOptions contextOptions(String ownUserAgent) {
        Device device = profile.device();
        Preferences preferences = profile.preferences();
        String userAgent = device.userAgent() == null ? ownUserAgent : device.userAgent();
        var options =
                new Browser.NewContextOptions()
                        .setViewportSize(device.width(), device.height())
                        .setScreenSize(device.width(), device.height())
                        .setDeviceScaleFactor(device.pixelRatio())
                        .setIsMobile(device.kind() != Device.Kind.DESKTOP)
                        .setHasTouch(device.touch())
                        .setLocale(preferences.locale())
                        .setColorScheme(scheme(preferences.colorScheme()))
                        .setUserAgent(userAgent + dev.parallax.browser.Browser.USER_AGENT_SUFFIX)
                        .setAcceptDownloads(false);
        if (!preferences.timeZone().isEmpty()) {
            options.setTimezoneId(preferences.timeZone());
        }
        gateway.ifPresent(way -> options.setProxy(new Proxy(url(way))));
        return options;
    }

    /// For this visitor only: what the browser asks for on its own account does not come by.
    private static String url(Gateway gateway) {
        return "socks5://127.0.0.1:" + gateway.address().getPort();
    }

    private static ColorScheme scheme(Preferences.ColorScheme wanted) {
        return switch (wanted) {
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }

    /// Slows frames of other sites down as soon as they have a process of their own. The browser
    /// slows process by process: what shares one with its tab is slow already.
    void watch(BrowserContext context) {
        if (profile.cpuRate() > 1) {
            context.onFrameNavigated(frame -> {
                if (frame.parentFrame() != null) {
                    slowDown(context, frame);
                }
            });
        }
    }

    private void slowDown(BrowserContext context, Frame frame) {
        try {
            slowDown(context.newCDPSession(frame));
        } catch (PlaywrightException ofItsTab) {
            LOG.debug("a frame without a process of its own: {}", Faults.firstLine(ofItsTab));
        }
    }

    /// Throttles a tab, if the profile wants that. Workers are targets of their own and run at the
    /// machine's speed.
    void throttle(BrowserContext context, Page tab) {
        Network network = profile.network();
        boolean throttled = network.method() == Network.Method.DEVTOOLS;
        if (profile.cpuRate() == 1 && !throttled) {
            return;
        }
        CDPSession session = context.newCDPSession(tab);
        if (throttled) {
            session.send("Network.enable");
            session.send("Network.emulateNetworkConditions", conditions(network.applied()));
        }
        if (profile.cpuRate() > 1) {
            slowDown(session);
        }
    }

    private void slowDown(CDPSession session) {
        var rate = new JsonObject();
        rate.addProperty("rate", profile.cpuRate());
        session.send("Emulation.setCPUThrottlingRate", rate);
    }

    private static JsonObject conditions(Network network) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", network.rttMillis());
        conditions.addProperty("downloadThroughput", bytesASecond(network.downKbps()));
        conditions.addProperty("uploadThroughput", bytesASecond(network.upKbps()));
        return conditions;
    }

    /// -1 leaves it unlimited.
    private static double bytesASecond(double kbps) {
        return kbps == 0 ? -1 : kbps * BYTES_A_SECOND_IN_KBPS;
    }
}

package dev.parallax.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Proxy;
import dev.parallax.measure.Device;
import dev.parallax.measure.Gateway;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import java.util.Optional;

/// Makes a browser behave as a profile says: what holds for a whole visit is set with its context,
/// what DevTools throttles is set on each tab.
final class Emulation {
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
        boolean mobile = device.kind() == Device.Kind.MOBILE;
        String userAgent = device.userAgent() == null ? ownUserAgent : device.userAgent();
        var options = new Browser.NewContextOptions()
                .setViewportSize(device.width(), device.height())
                .setScreenSize(device.width(), device.height())
                .setDeviceScaleFactor(device.pixelRatio())
                .setIsMobile(mobile)
                .setHasTouch(mobile)
                .setLocale(profile.locale())
                .setUserAgent(userAgent + dev.parallax.browser.Browser.USER_AGENT_SUFFIX)
                .setAcceptDownloads(false);
        gateway.ifPresent(way -> options.setProxy(new Proxy(url(way))));
        return options;
    }

    /// For this visitor only: what the browser asks for on its own account does not come by.
    private static String url(Gateway gateway) {
        return "socks5://127.0.0.1:" + gateway.address().getPort();
    }

    /// Throttles a tab, if the profile wants that. Pop-ups, workers and frames of other sites are
    /// targets of their own; of those only tabs are throttled.
    void throttle(BrowserContext context, Page tab) {
        Network network = profile.network();
        boolean throttled = network.method() == Network.Method.DEVTOOLS;
        if (profile.cpuRate() == 1 && !throttled) {
            return;
        }
        CDPSession session = context.newCDPSession(tab);
        if (throttled) {
            session.send("Network.enable");
            session.send("Network.emulateNetworkConditions", conditions(network));
        }
        if (profile.cpuRate() > 1) {
            var rate = new JsonObject();
            rate.addProperty("rate", profile.cpuRate());
            session.send("Emulation.setCPUThrottlingRate", rate);
        }
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

package dev.parallax.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.parallax.measure.Device;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;

/// Makes a browser behave as a profile says: what holds for a whole visit is set with its context,
/// what DevTools throttles is set on each tab.
final class Emulation {
    private static final double BYTES_A_SECOND_IN_KBPS = 1000.0 / 8;

    private final Profile profile;

    /// @throws ProblemException (usage) if the profile asks for what this engine cannot do
    Emulation(Profile profile) {
        if (profile.network().method() == Network.Method.PROXY) {
            throw new ProblemException(
                    Problem.usage(
                            "profile-not-supported",
                            "cannot run with the profile " + profile.id(),
                            "this version has no shaping proxy",
                            "use a profile without network shaping, such as desktop or mobile"));
        }
        this.profile = profile;
    }

    Browser.NewContextOptions contextOptions(String ownUserAgent) {
        Device device = profile.device();
        boolean mobile = device.kind() == Device.Kind.MOBILE;
        String userAgent = device.userAgent() == null ? ownUserAgent : device.userAgent();
        return new Browser.NewContextOptions()
                .setViewportSize(device.width(), device.height())
                .setScreenSize(device.width(), device.height())
                .setDeviceScaleFactor(device.pixelRatio())
                .setIsMobile(mobile)
                .setHasTouch(mobile)
                .setLocale(profile.locale())
                .setUserAgent(userAgent + dev.parallax.browser.Browser.USER_AGENT_SUFFIX)
                .setAcceptDownloads(false);
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

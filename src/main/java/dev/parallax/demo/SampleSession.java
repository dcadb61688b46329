package dev.parallax.demo;

/// Who looks at the pages of one simulated session: everything its views have in common.
///
/// @param id 16 hexadecimal digits
/// @param network a factor on all that the connection does: this one's is better or worse than
///   others of its kind
/// @param slowness how many times longer than on a fast computer scripts take
/// @param returning was here before: pictures are in the cache, the cookie banner is answered
/// @param old an early browser version, which does not report LCP and INP
record SampleSession(
        String id,
        SampleDevice device,
        SampleDevice.Software software,
        SampleCountry country,
        SampleNetwork connection,
        double network,
        double slowness,
        boolean returning,
        boolean old) {

    static SampleSession draw(Dice dice) {
        SampleDevice device = SampleDevice.draw(dice);
        SampleDevice.Software software = device.drawSoftware(dice);
        boolean safari = software.browser().equals("Safari");
        return new SampleSession(
                hexadecimal(dice.bits()),
                device,
                software,
                SampleCountry.draw(dice),
                device.drawNetwork(dice),
                dice.around(0.35),
                device.slowness() * dice.around(0.26),
                dice.happens(device == SampleDevice.DESKTOP ? 0.38 : 0.12),
                safari && dice.happens(0.2));
    }

    /// The time for a packet to the shop and back.
    double roundTripMillis() {
        return (connection.roundTripMillis() + country.roundTripMillis()) * network;
    }

    /// Browsers of other makers than Chromium's do not report layout shifts.
    boolean reportsShifts() {
        return !software.browser().equals("Safari") && !software.browser().equals("Firefox");
    }

    private static String hexadecimal(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(16 - digits.length()) + digits;
    }
}

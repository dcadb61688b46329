package dev.parallax.http;

import java.security.Security;

/// Lets every look-up of a name be a real one: the JDK would otherwise answer from memory for half
/// a minute, and the look-up of a second run would seem to take no time.
public final class FreshNames {
    private FreshNames() {}

    /// Holds for the whole process; only works before its first look-up.
    public static void always() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        Security.setProperty("networkaddress.cache.stale.ttl", "0");
    }
}

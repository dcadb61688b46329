package dev.parallax.shaping;

import java.util.Locale;

/// Where a connection goes.
///
/// @param host a name or an address, in lower case, without brackets
record Destination(String host, int port) {
    Destination {
        host = host.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
    }
}

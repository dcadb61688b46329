package dev.parallax.store;

import dev.parallax.measure.BlockList;
import dev.parallax.measure.CacheState;
import dev.parallax.measure.Device;
import dev.parallax.measure.Network;
import dev.parallax.measure.Preferences;
import dev.parallax.measure.Preferences.ColorScheme;
import dev.parallax.measure.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The table of profiles: each set of numbers once, never changed.
final class ProfileRows {
    private static final String FIND =
            """
            SELECT id
              FROM profile
             WHERE key = :key
               AND name = :name
               AND width = :width
               AND height = :height
               AND pixel_ratio = :pixelRatio
               AND device = :device
               AND user_agent IS :userAgent
               AND rtt_ms = :rtt
               AND down_kbps = :down
               AND up_kbps = :up
               AND method = :method
               AND cpu_rate = :cpuRate
               AND locale = :locale
               AND touch = :touch
               AND latency_factor = :latencyFactor
               AND bandwidth_factor = :bandwidthFactor
               AND time_zone = :timeZone
               AND color_scheme = :colorScheme
               AND cache = :cache
               AND blocked = :blocked
            """;

    private static final String ADD =
            """
            INSERT INTO profile (key, name, width, height, pixel_ratio, device, user_agent,
                                 rtt_ms, down_kbps, up_kbps, method, cpu_rate, locale,
                                 touch, latency_factor, bandwidth_factor, time_zone, color_scheme,
                                 cache, blocked)
            VALUES (:key, :name, :width, :height, :pixelRatio, :device, :userAgent,
                    :rtt, :down, :up, :method, :cpuRate, :locale,
                    :touch, :latencyFactor, :bandwidthFactor, :timeZone, :colorScheme,
                    :cache, :blocked)
            RETURNING id
            """;

    private ProfileRows() {}

    /// The row of a profile, added if it is new.
    static long keep(Handle handle, Profile profile) {
        return bind(handle.createQuery(FIND), profile)
                .mapTo(long.class)
                .findOne()
                .orElseGet(() -> bind(handle.createQuery(ADD), profile).mapTo(long.class).one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Profile profile) {
        return bindNumbers(statement, profile)
                .bind("name", profile.name())
                .bind("userAgent", profile.device().userAgent());
    }

    /// Binds what makes two profiles the same for comparing: all but the name and the browser's own
    /// identification.
    static <S extends SqlStatement<S>> S bindNumbers(S statement, Profile profile) {
        Device device = profile.device();
        Network network = profile.network();
        return statement
                .bind("key", profile.id())
                .bind("width", device.width())
                .bind("height", device.height())
                .bind("pixelRatio", device.pixelRatio())
                .bind("device", device.kind().key())
                .bind("rtt", network.rttMillis())
                .bind("down", network.downKbps())
                .bind("up", network.upKbps())
                .bind("method", network.method().key())
                .bind("cpuRate", profile.cpuRate())
                .bind("locale", profile.locale())
                .bind("touch", device.touch())
                .bind("latencyFactor", network.correction().latency())
                .bind("bandwidthFactor", network.correction().bandwidth())
                .bind("timeZone", profile.preferences().timeZone())
                .bind("colorScheme", profile.preferences().colorScheme().key())
                .bind("cache", profile.cacheState().key())
                .bind("blocked", TextList.write(profile.blockList().rules()));
    }

    static Profile read(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM profile WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .one();
    }

    /// @param row with all columns of the table under their own names
    static Profile read(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("key"),
                row.getString("name"),
                new Device(
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getDouble("pixel_ratio"),
                        Keys.device(row.getString("device")),
                        row.getBoolean("touch"),
                        row.getString("user_agent")),
                new Network(
                        row.getDouble("rtt_ms"),
                        row.getDouble("down_kbps"),
                        row.getDouble("up_kbps"),
                        Keys.method(row.getString("method")),
                        new Network.Correction(
                                row.getDouble("latency_factor"),
                                row.getDouble("bandwidth_factor"))),
                row.getDouble("cpu_rate"),
                new Preferences(
                        row.getString("locale"),
                        row.getString("time_zone"),
                        Keys.find(
                                ColorScheme.values(),
                                ColorScheme::key,
                                row.getString("color_scheme"))),
                Keys.find(CacheState.values(), CacheState::key, row.getString("cache")),
                new BlockList(TextList.read(row.getString("blocked"))));
    }
}

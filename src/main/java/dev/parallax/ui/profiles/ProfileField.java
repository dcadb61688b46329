package dev.parallax.ui.profiles;

import dev.parallax.measure.ProfileTrait;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A field of the editor.
enum ProfileField {
    NAME(null),
    METHOD(ProfileTrait.METHOD),
    RTT(ProfileTrait.RTT),
    DOWN(ProfileTrait.DOWN),
    UP(ProfileTrait.UP),
    LATENCY_FACTOR(ProfileTrait.CORRECTION),
    BANDWIDTH_FACTOR(ProfileTrait.CORRECTION),
    CPU_RATE(ProfileTrait.CPU_RATE),
    KIND(ProfileTrait.DEVICE),
    WIDTH(ProfileTrait.VIEWPORT),
    HEIGHT(ProfileTrait.VIEWPORT),
    PIXEL_RATIO(ProfileTrait.VIEWPORT),
    TOUCH(ProfileTrait.TOUCH),
    USER_AGENT(ProfileTrait.USER_AGENT),
    LOCALE(ProfileTrait.LOCALE),
    TIME_ZONE(ProfileTrait.TIME_ZONE),
    COLOR_SCHEME(ProfileTrait.COLOR_SCHEME),
    CACHE(ProfileTrait.CACHE),
    BLOCKED(ProfileTrait.BLOCK_LIST);

    private final Optional<ProfileTrait> trait;

    ProfileField(@Nullable ProfileTrait trait) {
        this.trait = Optional.ofNullable(trait);
    }

    /// What of a profile it belongs to; empty for the name.
    Optional<ProfileTrait> trait() {
        return trait;
    }
}

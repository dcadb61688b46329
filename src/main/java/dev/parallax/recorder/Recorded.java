package dev.parallax.recorder;

import dev.parallax.journey.Journey;
import java.util.List;

/// What a recording gave.
///
/// @param journey a browser journey with a page mark behind each navigation
/// @param secrets names the journey mentions as `${secret:name}`; their values were not kept, and
///   have to be set before it can run
/// @param warnings what a person did that the journey does not repeat, in words
public record Recorded(Journey journey, List<String> secrets, List<String> warnings) {
    public Recorded {
        secrets = List.copyOf(secrets);
        warnings = List.copyOf(warnings);
    }
}

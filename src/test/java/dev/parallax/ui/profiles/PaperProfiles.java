package dev.parallax.ui.profiles;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Profiles on paper: kept in memory.
public final class PaperProfiles implements ProfileUseCases {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final List<Own> own = new ArrayList<>();

    @Override
    public List<Preset> presets() {
        return Preset.all();
    }

    @Override
    public List<Own> own() {
        return List.copyOf(own);
    }

    @Override
    public OwnProfile duplicate(Profile profile, String name) {
        var made =
                new OwnProfile(
                        profile.named("own-" + (own.size() + 1), name), Optional.of(profile), NOON);
        own.add(new Own(made, List.of()));
        return made;
    }

    @Override
    public void save(Profile profile) {
        own.replaceAll(each ->
                each.profile().id().equals(profile.id())
                        ? new Own(
                                new OwnProfile(profile, each.profile().origin(), NOON),
                                each.checks())
                        : each);
    }

    @Override
    public void remove(String id) {
        own.removeIf(each -> each.profile().id().equals(id));
    }
}

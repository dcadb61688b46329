package dev.parallax;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import dev.parallax.service.ManageProfiles;
import dev.parallax.ui.profiles.ProfileUseCases;
import java.util.List;

/// What the profiles dialog shows and does, with the use case of one workspace.
record ProfileAnswers(ManageProfiles profiles) implements ProfileUseCases {
    @Override
    public List<Preset> presets() {
        return profiles.presets();
    }

    @Override
    public List<Own> own() {
        return profiles.own().stream()
                .map(own -> new Own(own, profiles.checksOf(own.id())))
                .toList();
    }

    @Override
    public OwnProfile duplicate(Profile profile, String name) {
        return profiles.copy(profile.id(), profiles.freeId(name), name);
    }

    @Override
    public void save(Profile profile) {
        profiles.change(profile);
    }

    @Override
    public void remove(String id) {
        profiles.removeFromList(id);
    }
}

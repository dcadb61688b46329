package dev.parallax.service;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.store.ProfileStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Use case: the profiles to choose from, presets and those somebody made in the workspace.
public final class ManageProfiles {
    private final ProfileStore store;

    public ManageProfiles(ProfileStore store) {
        this.store = store;
    }

    /// The presets, a family after the other.
    public List<Preset> presets() {
        return Preset.all();
    }

    /// The profiles somebody made, by id.
    public List<OwnProfile> own() {
        return store.list();
    }

    /// All profiles to choose from: own ones first.
    public List<Profile> all() {
        var all = new ArrayList<Profile>();
        own().forEach(own -> all.add(own.profile()));
        all.addAll(Profile.presets());
        return all;
    }

    /// Those of [#all] that runs were made with.
    public List<Profile> measured() {
        var ids = store.measured();
        return all().stream().filter(profile -> ids.contains(profile.id())).toList();
    }

    /// The profile with this id.
    ///
    /// @throws ProblemException if there is none; the message lists the own ones and how to see all
    public Profile profile(String id) {
        return find(id).orElseThrow(() -> new ProblemException(unknown(id)));
    }

    private Optional<Profile> find(String id) {
        return Profile.preset(id).or(() -> store.find(id).map(OwnProfile::profile));
    }

    /// The own profile with this id; empty for a preset.
    ///
    /// @throws ProblemException if there is no profile with this id at all
    public Optional<OwnProfile> ownProfile(String id) {
        profile(id);
        return store.find(id);
    }

    /// The names of the checks that run under a profile.
    public List<String> checksOf(String id) {
        return store.checksOf(id);
    }

    /// Keeps a new profile.
    ///
    /// @param origin what it was made from, to be told where they differ; empty if nothing
    /// @throws ProblemException if the id is taken or cannot be typed, or the name is none
    public OwnProfile add(Profile profile, Optional<Profile> origin) {
        requireWords(profile.id(), profile.name());
        if (find(profile.id()).isPresent()) {
            throw new ProblemException(
                    Problem.usage(
                            "profile-exists",
                            "cannot add the profile \"" + profile.id() + "\"",
                            "there is a profile with this id",
                            "choose another id, or change that one"));
        }
        return store.save(profile, origin);
    }

    /// Keeps a copy of a profile under an id and name of its own.
    ///
    /// @throws ProblemException if there is no such profile, or as [#add]
    public OwnProfile copy(String from, String id, String name) {
        Profile origin = profile(from);
        requireWords(id, name);
        return add(origin.named(id, name), Optional.of(origin));
    }

    /// Gives an own profile other numbers or another name. Its checks run with them from now on;
    /// runs of before keep theirs, and are not compared with new ones.
    ///
    /// @throws ProblemException if there is no own profile with this id, or the name is none
    public OwnProfile change(Profile profile) {
        requireWords(profile.id(), profile.name());
        OwnProfile own = requireOwn(profile.id(), "change");
        return store.save(profile, own.origin());
    }

    /// Removes an own profile. Its runs keep their numbers.
    ///
    /// @throws ProblemException if there is no own profile with this id, or checks use it
    public void remove(String id) {
        requireOwn(id, "remove");
        List<String> checks = store.checksOf(id);
        if (!checks.isEmpty()) {
            throw new ProblemException(
                    Problem.usage(
                            "profile-in-use",
                            "cannot remove the profile \"" + id + "\"",
                            "checks use it: \"" + String.join("\", \"", checks) + "\"",
                            "remove these checks first, or keep them with the numbers they have"
                                    + " (--keep-checks)"));
        }
        store.remove(id);
    }

    /// Removes an own profile, whether or not checks use it: they go on with the numbers they have.
    ///
    /// @throws ProblemException if there is no own profile with this id
    public void removeFromList(String id) {
        requireOwn(id, "remove");
        store.remove(id);
    }

    /// An id made of a name that nobody has yet: `on-the-train`, and `on-the-train-2` beside it.
    public String freeId(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String id = plain.isEmpty() ? "profile" : plain.substring(0, Math.min(plain.length(), 70));
        String base = id.replaceAll("-$", "");
        String free = base;
        for (int number = 2; find(free).isPresent(); number++) {
            free = base + "-" + number;
        }
        return free;
    }

    private OwnProfile requireOwn(String id, String action) {
        if (Profile.preset(id).isPresent()) {
            throw new ProblemException(
                    Problem.usage(
                            "profile-preset",
                            "cannot " + action + " the profile \"" + id + "\"",
                            "it is a preset, whose numbers are those of its source",
                            "make a profile of your own from it: `parallax profile copy "
                                    + id
                                    + " NEW`"));
        }
        return store.find(id).orElseThrow(() -> new ProblemException(unknown(id)));
    }

    private static void requireWords(String id, String name) {
        if (!Profile.isId(id)) {
            throw new ProblemException(
                    Problem.usage(
                            "profile-id-invalid",
                            "cannot keep a profile with the id \"" + id + "\"",
                            "an id has small letters, digits and single hyphens, at most 80",
                            "take one such as on-the-train"));
        }
        if (!Profile.isName(name)) {
            throw new ProblemException(
                    Problem.usage(
                            "profile-name-invalid",
                            "cannot keep the profile \"" + id + "\"",
                            "its name is empty or longer than 80 characters",
                            "take a short name"));
        }
    }

    private Problem unknown(String id) {
        List<String> own = own().stream().map(OwnProfile::id).limit(12).toList();
        return Problem.usage(
                "profile-unknown",
                "there is no profile \"" + id + "\"",
                own.isEmpty()
                        ? "it is none of the " + Profile.presets().size() + " presets"
                        : "it is no preset, and the own ones are " + String.join(", ", own),
                "`parallax profile list` shows them all; desktop and mobile are always there");
    }
}

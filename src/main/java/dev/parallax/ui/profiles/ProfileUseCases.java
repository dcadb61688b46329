package dev.parallax.ui.profiles;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import java.util.List;

/// What the profiles dialog asks of the product. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface ProfileUseCases {

    /// A profile somebody made, with the checks that use it.
    record Own(OwnProfile profile, List<String> checks) {
        public Own {
            checks = List.copyOf(checks);
        }
    }

    List<Preset> presets();

    List<Own> own();

    /// Keeps a copy under a free id.
    OwnProfile duplicate(Profile profile, String name);

    /// Gives an own profile other numbers; its checks run with them from now on.
    void save(Profile profile);

    /// Removes an own profile; checks that use it go on with its numbers.
    void remove(String id);
}

package dev.parallax.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsTheXdgSpecificationOnLinux() {
        assertThat(Folders.of(Map.of(), "Linux", HOME))
                .isEqualTo(
                        new Folders(
                                Path.of("/home/ada/.config/parallax"),
                                Path.of("/home/ada/.local/share/parallax"),
                                Path.of("/home/ada/.cache/parallax")));
        var moved = Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/e");
        assertThat(Folders.of(moved, "Linux", HOME))
                .isEqualTo(
                        new Folders(
                                Path.of("/c/parallax"),
                                Path.of("/d/parallax"),
                                Path.of("/e/parallax")));
    }

    @Test
    void ignoresVariablesThatAreEmptyOrRelative() {
        var odd = Map.of("XDG_CONFIG_HOME", "", "XDG_DATA_HOME", "d", "PARALLAX_HOME", "here");

        assertThat(Folders.of(odd, "Linux", HOME)).isEqualTo(Folders.of(Map.of(), "Linux", HOME));
    }

    @Test
    void keepsToTheLibraryOnMac() {
        Path support = Path.of("/home/ada/Library/Application Support/Parallax");

        assertThat(Folders.of(Map.of(), "Mac OS X", HOME))
                .isEqualTo(
                        new Folders(
                                support, support, Path.of("/home/ada/Library/Caches/Parallax")));
    }

    @Test
    void keepsToTheApplicationDataOnWindows() {
        assertThat(Folders.of(Map.of("APPDATA", "/roaming"), "Windows 11", HOME))
                .isEqualTo(
                        new Folders(
                                Path.of("/roaming/Parallax"),
                                Path.of("/home/ada/AppData/Local/Parallax/data"),
                                Path.of("/home/ada/AppData/Local/Parallax/cache")));
    }

    @Test
    void goesWhereParallaxHomePoints() {
        var folders = Folders.of(Map.of("PARALLAX_HOME", "/p"), "Mac OS X", HOME);

        assertThat(folders)
                .isEqualTo(
                        new Folders(Path.of("/p/config"), Path.of("/p/data"), Path.of("/p/cache")));
        assertThat(folders.defaultWorkspace()).isEqualTo(Path.of("/p/data/default.parallax"));
        assertThat(folders.settingsFile()).isEqualTo(Path.of("/p/config/settings.json"));
    }
}

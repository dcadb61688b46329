package dev.parallax.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the product keeps its files on this machine. None of the folders need exist.
///
/// | | Linux | macOS | Windows |
/// |---|---|---|---|
/// | config | `$XDG_CONFIG_HOME` or `~/.config`, `/parallax` | `~/Library/Application Support/Parallax` | `%APPDATA%\Parallax` |
/// | data | `$XDG_DATA_HOME` or `~/.local/share`, `/parallax` | `~/Library/Application Support/Parallax` | `%LOCALAPPDATA%\Parallax\data` |
/// | cache | `$XDG_CACHE_HOME` or `~/.cache`, `/parallax` | `~/Library/Caches/Parallax` | `%LOCALAPPDATA%\Parallax\cache` |
///
/// `PARALLAX_HOME` overrides all three with `config`, `data` and `cache` inside it. Variables that
/// are empty or hold a relative path are ignored, as the XDG specification asks.
///
/// @param config settings and encrypted secrets
/// @param data workspaces
/// @param cache what can be made again
/// @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base
///   directories</a>
public record Folders(Path config, Path data, Path cache) {

    /// The folders of whoever runs this process.
    public static Folders ofThisUser() {
        return of(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", "")));
    }

    /// The folders for an environment.
    ///
    /// @param environment variables by name
    /// @param system as the system property `os.name` has it
    /// @param home the user's home folder
    public static Folders of(Map<String, String> environment, String system, Path home) {
        Path override = absolute(environment, "PARALLAX_HOME");
        if (override != null) {
            return new Folders(
                    override.resolve("config"),
                    override.resolve("data"),
                    override.resolve("cache"));
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return onMac(home.resolve("Library"));
        }
        return name.startsWith("windows") ? onWindows(environment, home) : xdg(environment, home);
    }

    /// The workspace that is opened when none is named.
    public Path defaultWorkspace() {
        return data.resolve("default.parallax");
    }

    /// The file of the [Settings].
    public Path settingsFile() {
        return config.resolve("settings.json");
    }

    /// The file of the [PseudonymKey].
    public Path pseudonymKeyFile() {
        return config.resolve("pseudonym.key");
    }

    private static Folders onMac(Path library) {
        Path support = library.resolve("Application Support").resolve("Parallax");
        return new Folders(support, support, library.resolve("Caches").resolve("Parallax"));
    }

    private static Folders onWindows(Map<String, String> environment, Path home) {
        Path profile = home.resolve("AppData");
        Path roaming = or(absolute(environment, "APPDATA"), profile.resolve("Roaming"));
        Path local = or(absolute(environment, "LOCALAPPDATA"), profile.resolve("Local"));
        Path here = local.resolve("Parallax");
        return new Folders(
                roaming.resolve("Parallax"), here.resolve("data"), here.resolve("cache"));
    }

    private static Folders xdg(Map<String, String> environment, Path home) {
        Path share = home.resolve(".local").resolve("share");
        return new Folders(
                or(absolute(environment, "XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve("parallax"),
                or(absolute(environment, "XDG_DATA_HOME"), share).resolve("parallax"),
                or(absolute(environment, "XDG_CACHE_HOME"), home.resolve(".cache"))
                        .resolve("parallax"));
    }

    private static Path or(@Nullable Path path, Path otherwise) {
        return path == null ? otherwise : path;
    }

    private static @Nullable Path absolute(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path.normalize() : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }
}

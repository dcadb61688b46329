package dev.parallax.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The user's settings on this machine.
///
/// @param theme the colours of the window
/// @param browser the browser to measure with; empty takes the first one found
/// @param recentWorkspaces absolute paths, the last used first, at most [#MAX_RECENT]
/// @param trustedWorkspaces made here or trusted by the user
/// @param retentionDays how long screenshots and waterfalls are kept, 1 or more; numbers are kept
///   for good
/// @param network how HTTP runs leave this machine
public record Settings(
        Theme theme,
        Optional<Path> browser,
        List<Path> recentWorkspaces,
        List<TrustedWorkspace> trustedWorkspaces,
        int retentionDays,
        NetworkSettings network) {

    /// Workspaces remembered for the menu.
    public static final int MAX_RECENT = 10;

    /// What holds until the user says otherwise.
    public static final Settings DEFAULT =
            new Settings(
                    Theme.SYSTEM,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    90,
                    NetworkSettings.DEFAULT);

    public Settings {
        if (retentionDays < 1) {
            throw new IllegalArgumentException("retention is less than a day: " + retentionDays);
        }
        recentWorkspaces = recentWorkspaces.stream().distinct().limit(MAX_RECENT).toList();
        trustedWorkspaces = trustedWorkspaces.stream().distinct().toList();
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(
                newTheme, browser, recentWorkspaces, trustedWorkspaces, retentionDays, network);
    }

    public Settings withBrowser(Optional<Path> newBrowser) {
        return new Settings(
                theme, newBrowser, recentWorkspaces, trustedWorkspaces, retentionDays, network);
    }

    public Settings withRetentionDays(int newDays) {
        return new Settings(theme, browser, recentWorkspaces, trustedWorkspaces, newDays, network);
    }

    public Settings withNetwork(NetworkSettings other) {
        return new Settings(
                theme, browser, recentWorkspaces, trustedWorkspaces, retentionDays, other);
    }

    /// Puts a workspace first among the recent ones; the oldest may drop out.
    public Settings withRecent(Path workspace) {
        Path used = workspace.toAbsolutePath().normalize();
        List<Path> recent = Stream.concat(Stream.of(used), recentWorkspaces.stream()).toList();
        return new Settings(theme, browser, recent, trustedWorkspaces, retentionDays, network);
    }

    /// Takes a workspace off the recent ones, say because its file is gone.
    public Settings withoutRecent(Path workspace) {
        Path gone = workspace.toAbsolutePath().normalize();
        List<Path> recent = recentWorkspaces.stream().filter(other -> !other.equals(gone)).toList();
        return new Settings(theme, browser, recent, trustedWorkspaces, retentionDays, network);
    }

    /// Trusts the workspace with this id at this place.
    public Settings withTrusted(UUID id, Path workspace) {
        var trusted = new TrustedWorkspace(id, workspace);
        List<TrustedWorkspace> all =
                Stream.concat(trustedWorkspaces.stream(), Stream.of(trusted)).toList();
        return new Settings(theme, browser, recentWorkspaces, all, retentionDays, network);
    }

    /// Whether the workspace with this id at this place is trusted.
    public TrustState trust(UUID id, Path workspace) {
        return trustedWorkspaces.contains(new TrustedWorkspace(id, workspace))
                ? TrustState.TRUSTED
                : TrustState.UNTRUSTED;
    }
}

package dev.parallax.settings;

/// Whether what a workspace says may be acted upon on this machine.
public enum TrustState {
    /// Made here, or trusted by the user: its schedule runs, its journeys get secrets.
    TRUSTED,
    /// A stranger's file: it may be looked at, and nothing in it runs.
    UNTRUSTED
}

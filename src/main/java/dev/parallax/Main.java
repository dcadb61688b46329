package dev.parallax;

/// Starts Parallax.
public final class Main {
    private Main() {}

    /// Prints the product's name and version.
    public static void main(String[] args) {
        System.out.println("Parallax " + Main.class.getPackage().getImplementationVersion());
    }
}

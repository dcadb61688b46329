package dev.parallax.importer.privacy;

/// What is written in place of something private. A page template keeps a segment that starts with
/// a colon as it is.
enum Mask {
    EMAIL(":email"),
    TOKEN(":token"),
    ID(":id"),
    IP(":ip"),
    PHONE(":phone"),
    VALUE(":value");

    private final String placeholder;

    Mask(String placeholder) {
        this.placeholder = placeholder;
    }

    String placeholder() {
        return placeholder;
    }
}

package dev.parallax.demo;

/// Goods somebody ordered.
///
/// @param visitor id of the visitor who may see it
/// @param delivery `standard`, `express` or `collect`
record Order(
        int number, String visitor, String name, String email, String delivery, Basket basket) {}

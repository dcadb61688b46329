package dev.parallax.service;

import java.util.List;

/// What came of importing one journey.
///
/// @param name under which it is kept now
/// @param format of the file it came from: `parallax`
/// @param steps of the source that were carried, prelude included
/// @param requests how many of them are HTTP requests
/// @param secrets how many different secrets the steps mention
/// @param notCarried what the source has and a journey cannot say
/// @param warnings what a person should look at
public record ImportedJourney(
        String name,
        String format,
        int steps,
        int requests,
        int secrets,
        List<NotCarried> notCarried,
        List<String> warnings) {

    /// Something of the source that was left behind.
    ///
    /// @param what it was
    /// @param count how often
    public record NotCarried(String what, int count) {}
}

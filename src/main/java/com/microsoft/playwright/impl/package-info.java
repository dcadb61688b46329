/// The one class that reaches into Playwright's own package, for its recorder has no public door.
@NullMarked
package com.microsoft.playwright.impl;

import org.jspecify.annotations.NullMarked;

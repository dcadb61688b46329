/* Charts are drawn twice as fine as a plain screen is, so that they are sharp on paper and when the page is enlarged. */
(() => {
  const own = devicePixelRatio;
  if (own < 2) Object.defineProperty(window, "devicePixelRatio", { configurable: true, get: () => 2 });
})();

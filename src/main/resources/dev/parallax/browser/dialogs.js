// Runs in every frame before the page's own scripts. A visitor who is asked again and again ticks "no more
// dialogs from this page": behind the 50th the page's dialogs are answered at once, as Chromium does then.
(() => {
  const MOST = 50;
  let shown = 0;
  const limit = (name, answer) => {
    const own = window[name];
    if (typeof own !== 'function') {
      return;
    }
    window[name] = function (...texts) {
      shown++;
      if (shown > MOST) {
        if (shown === MOST + 1) {
          console.warn(`Parallax: the page showed ${MOST} dialogs, no more are shown`);
        }
        return answer;
      }
      return own.apply(this, texts);
    };
  };
  limit('alert', undefined);
  limit('confirm', false);
  limit('prompt', null);
})();

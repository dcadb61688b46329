// Runs in every page before the page's own scripts and measures it by the definitions of
// dev.parallax.metric.Metric. Tells each change through the binding `__parallaxReport`, so that the last
// values of a page outlive it; answers `__parallax.read()` and `__parallax.mark()`.
//
// A document has one view for each page mark in it: the first one has all metrics, those behind a soft
// navigation have CLS and INP only.
(() => {
  if (window.top !== window || window.__parallax) {
    return;
  }

  const SESSION_GAP = 1000; // ms, https://web.dev/articles/cls
  const SESSION_LENGTH = 5000; // ms, as above
  const INTERACTIONS_PER_OUTLIER = 50; // https://web.dev/articles/inp
  const SHORTEST_EVENT = 16; // ms, the least a browser reports
  const REPORT_DELAY = 50; // ms, gathers what comes together
  const FRAME_PATIENCE = 250; // ms, when the page draws no frames

  const report = window.__parallaxReport;
  const supported = PerformanceObserver.supportedEntryTypes || [];
  const observers = [];
  const shifts = [];
  const interactions = new Map();
  const views = [{from: 0, interactionsBefore: 0, marked: false}];
  let hiddenAt = document.visibilityState === 'hidden' && !document.prerendering ? 0 : Infinity;
  let firstPaint;
  let largestPaint;
  let largest;
  let reportTimer = 0;

  const observe = (type, take, options) => {
    if (!supported.includes(type)) {
      return;
    }
    const observer = new PerformanceObserver(list => {
      list.getEntries().forEach(take);
      reportSoon();
    });
    observer.observe({type, buffered: true, ...options});
    observers.push(() => observer.takeRecords().forEach(take));
  };

  const navigation = () => performance.getEntriesByType('navigation')[0] || {};
  const isLoaded = () => navigation().loadEventEnd > 0;
  const sinceActivation = time => Math.max(time - (navigation().activationStart || 0), 0);
  const interactionCount = () => performance.interactionCount ?? interactions.size;

  const takeInteraction = entry => {
    if (!entry.interactionId) {
      return;
    }
    const known = interactions.get(entry.interactionId);
    if (!known) {
      interactions.set(entry.interactionId, {at: entry.startTime, duration: entry.duration});
    } else if (entry.duration > known.duration) {
      known.duration = entry.duration;
    }
  };

  // Short and for people: 'img#hero', 'h1.title'.
  const selectorOf = element => {
    if (!element || !element.localName) {
      return '';
    }
    const first = element.classList && element.classList[0];
    return (element.localName + (element.id ? '#' + element.id : first ? '.' + first : '')).slice(0, 120);
  };

  const startView = from => views.push({from, interactionsBefore: interactionCount(), marked: false});

  const within = (view, time) => {
    const next = views[views.indexOf(view) + 1];
    return time >= view.from && (!next || time < next.from);
  };

  const layoutShift = view => {
    let worst = 0;
    let session = 0;
    let first = 0;
    let last = 0;
    for (const shift of shifts) {
      if (!within(view, shift.at)) {
        continue;
      }
      if (session && shift.at - last < SESSION_GAP && shift.at - first < SESSION_LENGTH) {
        session += shift.value;
      } else {
        session = shift.value;
        first = shift.at;
      }
      last = shift.at;
      worst = Math.max(worst, session);
    }
    return worst;
  };

  const interactionToNextPaint = view => {
    const next = views[views.indexOf(view) + 1];
    const count = (next ? next.interactionsBefore : interactionCount()) - view.interactionsBefore;
    const durations = [...interactions.values()]
        .filter(interaction => within(view, interaction.at))
        .map(interaction => interaction.duration)
        .sort((one, other) => other - one);
    return durations[Math.min(durations.length - 1, Math.floor(count / INTERACTIONS_PER_OUTLIER))];
  };

  const valuesOf = (view, index) => {
    const inp = interactionToNextPaint(view);
    if (index > 0) {
      return {cls: layoutShift(view), inp};
    }
    const entry = navigation();
    const started = entry.responseStart > 0 && entry.responseStart < performance.now();
    return {
      ttfb: started ? sinceActivation(entry.responseStart) : undefined,
      fcp: firstPaint,
      lcp: largestPaint,
      cls: firstPaint === undefined ? undefined : layoutShift(view),
      inp,
      dcl: entry.domContentLoadedEventEnd > 0 ? sinceActivation(entry.domContentLoadedEventEnd) : undefined,
      load: entry.loadEventEnd > 0 ? sinceActivation(entry.loadEventEnd) : undefined,
    };
  };

  const snapshot = () => ({
    document: performance.timeOrigin,
    loaded: isLoaded(),
    navigation: navigation().type || 'navigate',
    largest,
    views: views.map((view, index) => ({from: view.from, ...valuesOf(view, index)})),
  });

  const reportNow = () => {
    clearTimeout(reportTimer);
    reportTimer = 0;
    observers.forEach(drain => drain());
    if (report) {
      report(snapshot());
    }
  };

  const reportSoon = () => {
    reportTimer = reportTimer || setTimeout(reportNow, REPORT_DELAY);
  };

  // After two frames everything the browser has to say about a paint or an interaction is on its way.
  const afterFrames = () =>
    new Promise(resolve => {
      const patience = setTimeout(resolve, FRAME_PATIENCE);
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          clearTimeout(patience);
          setTimeout(resolve);
        }));
    });

  observe('paint', entry => {
    if (entry.name === 'first-contentful-paint' && entry.startTime < hiddenAt) {
      firstPaint = sinceActivation(entry.startTime);
    }
  });
  observe('largest-contentful-paint', entry => {
    if (entry.startTime < hiddenAt) {
      largestPaint = sinceActivation(entry.startTime);
      largest = {element: selectorOf(entry.element), url: entry.url || ''};
    }
  });
  observe('layout-shift', entry => {
    if (!entry.hadRecentInput) {
      shifts.push({at: entry.startTime, value: entry.value});
    }
  });
  observe('event', takeInteraction, {durationThreshold: SHORTEST_EVENT});
  observe('first-input', takeInteraction);
  observe('soft-navigation', entry => startView(entry.startTime));

  addEventListener('visibilitychange', event => {
    if (document.visibilityState === 'hidden') {
      hiddenAt = Math.min(hiddenAt, event.timeStamp);
      reportNow();
    }
  }, true);
  addEventListener('pagehide', reportNow, true);
  addEventListener('load', () => setTimeout(reportNow), true); // loadEventEnd is set behind the handlers

  Object.defineProperty(window, '__parallax', {
    value: {
      // Tells the newest values.
      read: async () => {
        await afterFrames();
        reportNow();
        return true;
      },
      // Tells the newest values, and marks the view now shown unless the page is still loading.
      mark: async () => {
        await afterFrames();
        observers.forEach(drain => drain());
        const loaded = isLoaded();
        if (loaded && views.at(-1).marked) {
          startView(performance.now());
        }
        views.at(-1).marked ||= loaded;
        reportNow();
        return {document: performance.timeOrigin, view: views.length - 1, loaded};
      },
    },
  });
  reportNow();
})();

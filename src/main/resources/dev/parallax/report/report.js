"use strict";
(() => {
  const report = JSON.parse(document.getElementById("data").textContent);
  const root = document.getElementById("report");
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const drawn = [];

  /* Every text goes in as text: nothing of the site is ever read as markup. */
  const el = (tag, className, ...children) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children.filter(child => child !== null && child !== undefined));
    return node;
  };
  const button = (text, act) => {
    const node = el("button", "plain", text);
    node.type = "button";
    node.addEventListener("click", act);
    return node;
  };
  const wide = node => {
    const box = el("div", "wide", node);
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    return box;
  };

  const number = (value, metric) => {
    if (value === null || value === undefined) return "–";
    if (metric.unit !== "ms") return value.toFixed(3);
    return Math.abs(value) >= 10000
      ? (value / 1000).toLocaleString("en", { maximumFractionDigits: 1 }) + " s"
      : Math.round(value).toLocaleString("en") + " ms";
  };
  const signed = (value, metric) => (value > 0 ? "+" : value < 0 ? "−" : "") + number(Math.abs(value), metric);
  const range = (low, high, text, between = " – ") => {
    const from = low === null ? "…" : text(low), to = high === null ? "…" : text(high), unit = to.match(/ (ms|s|%)$/)?.[0];
    return (unit && from.endsWith(unit) ? from.slice(0, -unit.length) : from) + between + to;
  };
  const percent = (share, digits = 1) => (100 * share).toFixed(digits) + " %";
  const count = value => Math.round(value).toLocaleString("en");
  const ratio = value => value.toFixed(2) + " ×";
  const words = key => key.replaceAll("-", " ");
  const place = side => !side.placement ? "–"
    : side.placement.isRange ? "P" + Math.round(side.placement.below) + " – P" + Math.round(side.placement.atMost)
    : "P" + Math.round(side.placement.value);
  const quantile = (side, p) => side.quantiles.find(q => q.p === p);
  const sides = c => c.matched.segment === c.all.segment ? [["Users", c.all, "all"]] : [["Matched users", c.matched, "matched"], ["All users", c.all, "all"]];

  function head() {
    const theme = button("", () => {
      const dark = shownTheme() !== "dark";
      document.documentElement.dataset.theme = dark ? "dark" : "light";
      name();
      redraw();
    });
    const shownTheme = () => document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const name = () => { theme.textContent = shownTheme() === "dark" ? "Light colours" : "Dark colours"; };
    name();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { name(); redraw(); });
    root.append(el("div", "top", el("h1", "", report.title), theme));
    root.append(el("p", "muted", "Made " + new Date(report.made).toLocaleString()));
    report.remarks.forEach(remark => root.append(el("p", "remark", remark)));
  }

  const redraw = () => drawn.forEach(chart => chart().redraw(false));

  function table(caption, names, rows) {
    const node = el("table", "", el("caption", "", caption));
    const cell = (tag, content, right) => { const made = el(tag, right ? "number" : "", ...[content].flat()); if (tag === "th") made.scope = "col"; return made; };
    node.append(el("thead", "", el("tr", "", ...names.map(([text, right]) => cell("th", text, right)))));
    node.append(el("tbody", "", ...rows.map(row => el("tr", "", ...row.map((content, i) => cell("td", content, names[i][1]))))));
    return node;
  }

  function summary() {
    if (report.comparisons.length < 2) return;
    const rows = report.comparisons.map((c, i) => {
      const link = el("a", "", c.page);
      link.href = "#c" + i;
      return [link, c.metric.name, number(c.lab.median, c.metric), number(quantile(c.matched, 50)?.value, c.metric),
        number(quantile(c.matched, 75)?.value, c.metric), place(c.matched), pill(c)];
    });
    root.append(el("div", "summary", wide(table("Contents", [["Page"], ["Metric"], ["Lab median", 1], ["Field p50", 1], ["Field p75", 1], ["Placement", 1], ["Verdict"]], rows))));
  }

  const pill = c => el("span", "pill " + c.verdict.kind, words(c.verdict.kind));

  function section(c, i) {
    const node = el("section", "",
      el("header", "", el("h2", "", c.page + " · " + c.metric.name), pill(c)),
      el("span", "muted small", [c.journey, c.profile, c.dataset, c.template].join(" · ")),
      el("p", "sentence", c.verdict.text),
      el("p", "next", c.verdict.next));
    node.id = "c" + i;
    root.append(node);
    node.append(tiles(c));
    charts(c, node, "sync" + i);
    node.append(shares(c), percentiles(c));
    shift(c, node);
    impacts(c, node);
    notes(c, node);
    node.append(methods(c));
  }

  function tiles(c) {
    const side = c.matched, tile = (name, figure, detail) => el("div", "tile", el("dt", "", name), el("dd", "figure", figure), el("dd", "small muted", detail));
    const p75 = quantile(side, 75), half = r => r ? ratio(r.value) : "–";
    const text = value => number(value, c.metric);
    return el("dl", "tiles",
      tile("Placement", place(side), side.placement ? "95 % CI " + Math.round(side.placement.low) + "–" + Math.round(side.placement.high) : "not placed"),
      tile("Lab median", text(c.lab.median), count(c.lab.values.length) + " runs"),
      tile("Field p75", text(p75?.value), p75?.value !== undefined ? "95 % CI " + range(p75.low, p75.high, text) : p75 ? "needs " + p75.needs + ", has " + p75.has : "unknown"),
      tile("Lab ÷ field p50", half(side.ratioToMedian), "÷ p75: " + half(side.ratioToP75)),
      tile("Page views", count(side.measured), (count(side.effective) === count(side.measured) ? "" : "worth " + count(side.effective) + ", ") + (side.sessions ? "of " + count(side.sessions) + " sessions" : "sessions unknown")));
  }

  function charts(c, node, sync) {
    const box = el("div", "charts"), key = el("div", "key"), made = [];
    const state = { log: false, shown: sides(c).map(() => true) };
    const all = sides(c).map(([label, , colour]) => ({ label, colour: "--" + colour, shares: c.curves[colour], cumulative: c.curves[colour + "Cumulative"] }));
    all.forEach((s, at) => {
      const toggle = button("", () => {
        state.shown[at] = !state.shown[at];
        toggle.setAttribute("aria-pressed", String(state.shown[at]));
        made.forEach(one => one.chart.setSeries(at + 1, { show: state.shown[at] }));
      });
      toggle.append(el("i", "swatch " + s.colour.slice(2)), s.label);
      toggle.setAttribute("aria-pressed", "true");
      key.append(toggle);
    });
    key.append(el("span", "", el("i", "swatch lab"), "Lab: median a line, runs ticks"));
    const reset = () => made.forEach(one => one.reset());
    const scale = button("Logarithmic", () => {
      state.log = !state.log;
      scale.setAttribute("aria-pressed", String(state.log));
      made.forEach(one => one.build());
    });
    scale.classList.add("scale");
    scale.setAttribute("aria-pressed", "false");
    key.append(el("span", "end", c.metric.unit === "ms" ? scale : null, button("Reset zoom", reset)));
    node.append(key, box);
    const names = all.map(s => s.label.toLowerCase());
    const edges = c.curves.edges;
    const from = () => state.log ? Math.max(1, edges.findIndex(e => e > 0)) : 0;
    made.push(plot(c, box, state, sync, {
      title: "Share of page views",
      data: () => [edges.slice(from(), -1), ...all.map(s => s.shares.slice(from()))],
      lines: () => all.map((s, i) => ({ show: state.shown[i], stroke: () => css(s.colour), width: 1.5, paths: uPlot.paths.stepped({ align: 1 }), points: { show: false }, fill: () => css(s.colour) + (s.colour === "--matched" || all.length === 1 ? "40" : "20") })),
      yText: v => percent(v, v < 0.02 ? 1 : 0),
      read: i => number(edges[i + from()], c.metric) + " to " + number(edges[i + from() + 1], c.metric) + ": " + all.map((s, at) => names[at] + " " + percent(s.shares[i + from()], 2)).join(", "),
    }));
    made.push(plot(c, box, state, sync, {
      title: "Share at or below",
      data: () => [edges.slice(from()), ...all.map(s => s.cumulative.slice(from()))],
      lines: () => all.map((s, i) => ({ show: state.shown[i], stroke: () => css(s.colour), width: 2, points: { show: false } })),
      yText: v => percent(v, 0),
      read: i => "≤ " + number(edges[i + from()], c.metric) + ": " + all.map((s, at) => names[at] + " " + percent(s.cumulative[i + from()])).join(", "),
    }));
  }

  /* The lab: every run a tick on the axis, the median a line; thresholds a dashed line each. */
  const marks = c => u => {
    const { ctx } = u, { top, height, left, width } = u.bbox;
    const at = value => Math.round(u.valToPos(value, "x", true)), inside = x => x >= left && x <= left + width;
    const line = (value, colour, dash, thickness, length = height) => {
      const x = value === null ? -1 : at(value);
      if (!inside(x)) return;
      ctx.strokeStyle = css(colour);
      ctx.lineWidth = thickness * devicePixelRatio;
      ctx.setLineDash(dash.map(d => d * devicePixelRatio));
      ctx.beginPath(); ctx.moveTo(x, top + height - length); ctx.lineTo(x, top + height); ctx.stroke();
    };
    ctx.save();
    line(c.metric.good, "--good", [4, 4], 1);
    line(c.metric.poor, "--poor", [4, 4], 1);
    c.lab.values.forEach(value => line(value, "--lab", [], 1, 10 * devicePixelRatio));
    line(c.lab.median, "--lab", [], 2);
    ctx.restore();
  };

  const axis = () => ({ stroke: () => css("--muted"), grid: { stroke: () => css("--line") + "80", width: 1 }, ticks: { stroke: () => css("--line"), width: 1 }, font: "12px system-ui, sans-serif" });

  function plot(c, charts, state, sync, what) {
    const box = el("div", "plot"), readout = el("div", "readout small muted", " ");
    box.tabIndex = 0;
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", what.title + ", " + c.metric.label + ". Arrow keys read, plus and minus zoom, Escape resets. The table below has the same numbers.");
    readout.setAttribute("aria-live", "polite");
    charts.append(el("div", "chart", el("h3", "", what.title), box, readout));
    const one = { chart: null };
    const read = u => { readout.textContent = u.cursor.idx === null || u.cursor.idx === undefined ? " " : what.read(u.cursor.idx); };
    one.build = () => {
      if (one.chart) one.chart.destroy();
      one.chart = new uPlot({
        width: box.clientWidth || 440, height: 280,
        cursor: { sync: { key: sync }, drag: { x: true, y: false } },
        scales: { x: { time: false, distr: what.linear || !state.log ? 1 : 3 }, y: { range: what.y || ((u, low, high) => [0, high > 0 ? high * 1.05 : 1]) } },
        axes: [
          { ...axis(), size: 32, label: what.xLabel || c.metric.name + (c.metric.unit ? " (" + c.metric.unit + ")" : ""), labelFont: "12px system-ui, sans-serif", labelSize: 20, ...(what.xSplits ? { splits: what.xSplits, values: (u, ticks) => ticks.map(q => "P" + q) } : {}) },
          { ...axis(), size: 64, values: (u, ticks) => ticks.map(what.yText) },
        ],
        series: [{}, ...what.lines()], bands: what.bands || [],
        hooks: { draw: [what.draw || marks(c)], setCursor: [read] },
      }, what.data(), box);
    };
    one.reset = () => { const x = what.data()[0]; one.chart.setScale("x", { min: x[0], max: x[x.length - 1] }); };
    const zoom = factor => {
      const u = one.chart, { min, max } = u.scales.x, x = what.data()[0];
      const middle = u.cursor.idx === null || u.cursor.idx === undefined ? (min + max) / 2 : x[u.cursor.idx];
      u.setScale("x", { min: Math.max(x[0], middle - (middle - min) * factor), max: Math.min(x[x.length - 1], middle + (max - middle) * factor) });
    };
    box.addEventListener("keydown", event => {
      const u = one.chart, x = what.data()[0], step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key];
      if (step) {
        const at = Math.min(x.length - 1, Math.max(0, (u.cursor.idx ?? (step > 0 ? -1 : x.length)) + step));
        u.setCursor({ left: u.valToPos(x[at], "x"), top: u.over.clientHeight / 2 });
      } else if (event.key === "+" || event.key === "=") zoom(0.5);
      else if (event.key === "-") zoom(2);
      else if (event.key === "Escape" || event.key === "0") one.reset();
      else return;
      event.preventDefault();
    });
    one.build();
    drawn.push(() => one.chart);
    new ResizeObserver(() => one.chart.setSize({ width: box.clientWidth, height: 280 })).observe(box);
    return one;
  }

  function shares(c) {
    const box = el("div", "shares");
    const names = ["good", "needs", "poor"], labels = ["good", "needs improvement", "poor"];
    sides(c).filter(([, side]) => side.shares).forEach(([name, side]) => {
      const bar = el("div", "bar");
      bar.setAttribute("role", "img");
      bar.setAttribute("aria-label", side.shares.map((s, i) => labels[i] + " " + percent(s.value)).join(", "));
      side.shares.forEach((s, i) => { const part = el("i", names[i]); part.style.width = 100 * s.value + "%"; bar.append(part); });
      const legend = el("div", "legend", ...side.shares.map((s, i) => el("span", "", el("i", "swatch " + names[i]), labels[i] + " " + percent(s.value) + " ", el("span", "muted", range(s.low, s.high, v => percent(v))))));
      box.append(el("div", "", el("h3", "", name + ": shares with 95 % intervals"), bar, legend));
    });
    return box;
  }

  function percentiles(c) {
    const ps = [10, 25, 50, 75, 90, 95, 99], text = value => number(value, c.metric);
    const small = content => el("span", "small muted interval", content);
    const cell = q => !q ? "–" : q.needs ? small("needs " + q.needs + ", has " + q.has) : [text(q.value), small(range(q.low, q.high, text))];
    const all = sides(c);
    const rows = [["Page views", ...all.map(([, side]) => [count(side.measured), small("of " + count(side.views))])],
      ["Placement of the lab", ...all.map(([, side]) => side.placement ? [place(side), small(Math.round(side.placement.low) + " – " + Math.round(side.placement.high))] : "–")],
      ...ps.map(p => ["p" + p, ...all.map(([, side]) => cell(quantile(side, p)))])];
    return el("div", "block", wide(table("Percentiles with 95 % intervals", [[""], ...all.map(([name]) => [name, 1])], rows)),
      ...all.map(([name, side]) => el("p", "small muted segment", name + ": ", el("span", "", side.segment))));
  }

  function shift(c, node) {
    if (!c.differences || !c.differences.shift.length) return;
    const known = c.differences.shift.filter(d => d.value !== undefined), missing = c.differences.shift.filter(d => d.needs);
    const box = el("div", "block", el("h3", "", "Shift function: lab minus field at each decile of the matched users"));
    if (known.length) {
      const text = v => signed(v, c.metric), line = (colour, width) => ({ stroke: () => css(colour) + (width ? "" : "00"), width, points: { show: width > 0, size: 8, fill: () => css(colour) } });
      plot(c, box, { log: false }, "shift" + node.id, {
        title: "Below zero the lab is faster", linear: true, xLabel: "Decile of users", xSplits: () => known.map(d => d.q),
        y: (u, low, high) => { const room = Math.max(1e-6, Math.max(0, high) - Math.min(0, low)) * 0.08; return [Math.min(0, low) - room, Math.max(0, high) + room]; },
        data: () => [known.map(d => d.q), known.map(d => d.value), known.map(d => d.low), known.map(d => d.high)],
        lines: () => [line("--matched", 2), line("--matched", 0), line("--matched", 0)],
        bands: [{ series: [3, 2], fill: () => css("--matched") + "33" }],
        yText: text, read: i => "P" + known[i].q + ": " + text(known[i].value) + ", band " + range(known[i].low, known[i].high, text, " to "),
        draw: u => { const { ctx } = u, y = Math.round(u.valToPos(0, "y", true)); ctx.save(); ctx.strokeStyle = css("--muted"); ctx.beginPath(); ctx.moveTo(u.bbox.left, y); ctx.lineTo(u.bbox.left + u.bbox.width, y); ctx.stroke(); ctx.restore(); },
      });
    }
    if (missing.length) box.append(el("p", "small muted", "Too few values for " + missing.map(d => "P" + d.q + " (needs " + d.needs + ", has " + d.has + ")").join(", ") + "."));
    if (c.differences.distance) {
      const d = c.differences.distance;
      box.append(el("p", "", "Wasserstein distance " + number(d.wasserstein, c.metric) + (d.overIqr === null ? "" : " (" + d.overIqr.toFixed(2) + " interquartile ranges of the field)") + "; largest gap " + percent(d.ks, 0) + " of users, at " + number(d.at, c.metric) + "."));
    }
    node.append(box);
  }

  function impacts(c, node) {
    if (!c.impacts.length) return;
    const text = value => number(value, c.metric);
    const rows = c.impacts.map(one => [one.segment, count(one.views), percent(one.share), [text(one.value), el("div", "small muted", range(one.low, one.high, text))], percent(one.ofGap, 0)]);
    node.append(el("div", "block", wide(table("Who is behind the gap", [["Segment"], ["Views", 1], ["Share of users", 1], ["Impact", 1], ["Of the gap", 1]], rows))));
  }

  function notes(c, node) {
    if (c.notes.length) node.append(el("div", "block", el("h3", "", "What helps to judge the numbers"), el("ul", "notes", ...c.notes.map(note => el("li", "", note)))));
  }

  function methods(c) {
    return el("details", "", el("summary", "", "Methods and definitions"),
      el("p", "small", c.metric.label + ": " + c.metric.definition + ". The field's source defines it: " + c.definition + "." + (c.notMatched.length ? " Not matched: " + c.notMatched.join(", ") + "." : "")),
      el("p", "small", count(c.lab.values.length) + " lab values: " + c.lab.values.map(v => number(v, c.metric)).join(", ") + "."),
      el("p", "small", "Placement: 100 · (P(X < x) + ½ P(X = x)) of the lab median x among the users; its 95 % interval joins the uncertainty of the runs and of the sessions. Percentiles: type 7, weighted where the source is sampled, with 95 % Woodruff intervals. Shares: with intervals by sessions. Shift function: Harrell-Davis deciles of the lab, exact ones of the field; the band holds for all deciles at once."),
      el("p", "small", "Representative: the interval lies within 15 points of P" + c.aim + ". Drag in a chart to zoom, double-click to reset."));
  }

  root.replaceChildren();
  head();
  summary();
  report.comparisons.forEach(section);
  const before = () => { document.querySelectorAll("details").forEach(one => { one.open = true; }); document.documentElement.dataset.printed = document.documentElement.dataset.theme || ""; document.documentElement.dataset.theme = "light"; redraw(); };
  const after = () => { const was = document.documentElement.dataset.printed; if (was) document.documentElement.dataset.theme = was; else delete document.documentElement.dataset.theme; redraw(); };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
})();

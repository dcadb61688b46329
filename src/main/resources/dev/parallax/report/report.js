"use strict";
(() => {
  const report = JSON.parse(document.getElementById("data").textContent);
  const root = document.getElementById("report");
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /* Every text goes in as text: nothing of the site is ever read as markup. */
  const el = (tag, className, ...children) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children.filter(child => child !== null && child !== undefined));
    return node;
  };

  const number = (value, metric) => {
    if (value === null || value === undefined) return "–";
    return metric.unit === "ms"
      ? Math.round(value).toLocaleString("en") + " ms"
      : value.toFixed(3);
  };
  const percent = (share, digits = 1) => (100 * share).toFixed(digits) + " %";
  const count = value => Math.round(value).toLocaleString("en");

  function head() {
    root.append(el("h1", "", report.title));
    root.append(el("p", "muted", "Made " + new Date(report.made).toLocaleString()));
    report.remarks.forEach(remark => root.append(el("p", "remark", remark)));
  }

  function summary() {
    const table = el("table", "");
    const names = [["Page"], ["Metric"], ["Lab median", 1], ["Field p50", 1], ["Field p75", 1], ["Placement", 1], ["Verdict"]];
    table.append(el("thead", "", el("tr", "", ...names.map(([name, right]) => el("th", right ? "number" : "", name)))));
    const body = el("tbody", "");
    report.comparisons.forEach((c, i) => {
      const link = el("a", "", c.page);
      link.href = "#c" + i;
      body.append(el("tr", "",
        el("td", "", link),
        el("td", "", c.metric.name),
        el("td", "number", number(c.lab.median, c.metric)),
        el("td", "number", number(quantile(c.matched, 50), c.metric)),
        el("td", "number", number(quantile(c.matched, 75), c.metric)),
        el("td", "number", placement(c.matched)),
        el("td", "", pill(c))));
    });
    table.append(body);
    root.append(el("div", "summary", table));
  }

  const quantile = (side, p) => side.quantiles.find(q => q.p === p)?.value;
  const placement = side => side.placement
    ? "P" + Math.round(side.placement.value) + " [" + Math.round(side.placement.low) + ", " + Math.round(side.placement.high) + "]"
    : "–";
  const pill = c => el("span", "pill " + c.verdict.kind, c.verdict.kind.replaceAll("-", " "));

  function section(c, i) {
    const node = el("section", "",
      el("header", "", el("h2", "", c.page + " · " + c.metric.name), pill(c),
        el("span", "muted small", c.journey + " · " + c.profile + " · " + c.dataset + " · " + c.template)),
      el("p", "sentence", c.verdict.text),
      el("p", "next", c.verdict.next));
    node.id = "c" + i;
    root.append(node);
    const charts = el("div", "charts");
    const key = el("div", "key");
    node.append(key, charts);
    const drawn = [histogram(c, charts, "sync" + i), cumulative(c, charts, "sync" + i)];
    series(c).forEach((s, at) => key.append(toggle(s, at + 1, drawn)));
    key.append(el("span", "", swatch("--lab"), " Lab median and runs"));
    node.append(quantiles(c), details(c));
  }

  const series = c => [
    { label: c.matched.segment === c.all.segment ? "Users" : "Matched users", colour: "--matched", shares: c.curves.matched, cumulative: c.curves.matchedCumulative },
    { label: "All users", colour: "--all", shares: c.curves.all, cumulative: c.curves.allCumulative },
  ];

  function swatch(colour) {
    const node = el("i", "swatch");
    node.style.cssText = "display:inline-block;background:var(" + colour + ")";
    return node;
  }

  function toggle(s, at, charts) {
    const button = el("button", "", swatch(s.colour), s.label);
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      charts.forEach(chart => chart.setSeries(at, { show: on }));
    });
    return button;
  }

  const alpha = (colour, a) => {
    const hex = css(colour);
    return hex + Math.round(a * 255).toString(16).padStart(2, "0");
  };

  /* The lab: every run a tick on the axis, the median a line; thresholds a faint line each. */
  const marks = c => ({
    hooks: {
      draw: [u => {
        const { ctx } = u, { top, height, left, width } = u.bbox;
        const line = (value, colour, dash, thickness) => {
          const x = Math.round(u.valToPos(value, "x", true));
          if (x < left || x > left + width) return;
          ctx.strokeStyle = css(colour);
          ctx.lineWidth = thickness * devicePixelRatio;
          ctx.setLineDash(dash.map(d => d * devicePixelRatio));
          ctx.beginPath(); ctx.moveTo(x, top); ctx.lineTo(x, top + height); ctx.stroke();
        };
        ctx.save();
        if (c.metric.good !== null) line(c.metric.good, "--good", [4, 4], 1);
        if (c.metric.poor !== null) line(c.metric.poor, "--poor", [4, 4], 1);
        if (c.lab.median !== null) line(c.lab.median, "--lab", [], 2);
        ctx.setLineDash([]);
        ctx.strokeStyle = css("--lab");
        ctx.lineWidth = devicePixelRatio;
        c.lab.values.forEach(value => {
          const x = Math.round(u.valToPos(value, "x", true));
          ctx.beginPath(); ctx.moveTo(x, top + height); ctx.lineTo(x, top + height - 10 * devicePixelRatio); ctx.stroke();
        });
        ctx.restore();
      }],
    },
  });

  function plot(c, charts, title, sync, data, lines, yText, read) {
    const box = el("div", "plot");
    const readout = el("div", "readout small muted", " ");
    charts.append(el("div", "chart", el("h3", "", title), box, readout));
    const axis = { stroke: () => css("--muted"), grid: { stroke: () => alpha("--line", 0.5), width: 1 }, ticks: { stroke: () => css("--line"), width: 1 }, font: "12px system-ui, sans-serif" };
    const unit = c.metric.unit ? " (" + c.metric.unit + ")" : "";
    const chart = new uPlot({
      width: box.clientWidth || 480, height: 300,
      cursor: { sync: { key: sync }, drag: { x: true, y: false } },
      scales: { x: { time: false }, y: { range: (u, low, high) => [0, high || 1] } },
      axes: [
        { ...axis, label: c.metric.name + unit, labelFont: "12px system-ui, sans-serif", labelSize: 20 },
        { ...axis, size: 56, values: (u, ticks) => ticks.map(yText) },
      ],
      series: [{}, ...lines],
      plugins: [marks(c)],
      hooks: { setCursor: [u => { readout.textContent = u.cursor.idx === null || u.cursor.idx === undefined ? " " : read(u.cursor.idx); }] },
    }, data, box);
    new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height: 300 })).observe(box);
    return chart;
  }

  function histogram(c, charts, sync) {
    const edges = c.curves.edges.slice(0, -1);
    const stepped = uPlot.paths.stepped({ align: 1 });
    const all = series(c);
    const lines = all.map((s, i) => ({
      stroke: () => css(s.colour), width: 1.5, paths: stepped, points: { show: false },
      fill: () => alpha(s.colour, i === 0 ? 0.25 : 0.12),
    }));
    return plot(c, charts, "Share of page views", sync, [edges, ...all.map(s => s.shares)], lines, v => percent(v, v < 0.02 ? 1 : 0),
      i => number(edges[i], c.metric) + " to " + number(c.curves.edges[i + 1], c.metric) + ": " + all.map(s => s.label.toLowerCase() + " " + percent(s.shares[i], 2)).join(", "));
  }

  function cumulative(c, charts, sync) {
    const all = series(c);
    const lines = all.map(s => ({ stroke: () => css(s.colour), width: 2, points: { show: false } }));
    return plot(c, charts, "Share at or below", sync, [c.curves.edges, ...all.map(s => s.cumulative)], lines, v => percent(v, 0),
      i => "≤ " + number(c.curves.edges[i], c.metric) + ": " + all.map(s => s.label.toLowerCase() + " " + percent(s.cumulative[i])).join(", "));
  }

  function quantiles(c) {
    const sides = c.matched.segment === c.all.segment ? [["Users", c.all]] : [["Matched users", c.matched], ["All users", c.all]];
    const table = el("table", "");
    const ps = [50, 75, 90, 95];
    table.append(el("thead", "", el("tr", "", el("th", "", ""), ...["Views", "Placement", "Lab ÷ p50", "Lab ÷ p75"].map(n => el("th", "number", n)),
      ...ps.map(p => el("th", "number", "p" + p)), el("th", "", "Good · needs improvement · poor"))));
    const body = el("tbody", "");
    sides.forEach(([name, side]) => {
      const bar = el("div", "bar");
      (side.shares || []).forEach(share => { const part = el("i", ""); part.style.width = 100 * share + "%"; bar.append(part); });
      bar.title = side.shares ? side.shares.map(s => percent(s)).join(" · ") : "no thresholds";
      body.append(el("tr", "",
        el("td", "", name, el("div", "small muted", side.segment)),
        el("td", "number", count(side.measured)),
        el("td", "number", placement(side)),
        el("td", "number", ratio(side.ratioToMedian)),
        el("td", "number", ratio(side.ratioToP75)),
        ...ps.map(p => cell(side.quantiles.find(q => q.p === p), c.metric)),
        el("td", "", side.shares ? bar : "–", side.shares ? el("div", "small muted", side.shares.map(s => percent(s, 0)).join(" · ")) : "")));
    });
    table.append(body);
    const box = el("div", "", table);
    box.style.overflowX = "auto";
    return box;
  }

  const ratio = r => r ? r.value.toFixed(2) : "–";

  function cell(q, metric) {
    if (!q) return el("td", "number", "–");
    if (q.needs) return el("td", "number muted", "needs " + q.needs + ", has " + q.has);
    return el("td", "number", number(q.value, metric), el("div", "small muted", number(q.low, metric) + " – " + number(q.high, metric)));
  }

  function details(c) {
    return el("details", "", el("summary", "", "Evidence and method"),
      el("p", "small", c.metric.label + ": " + c.metric.definition + ". The field's source defines it: " + c.definition + "."),
      el("p", "small", c.lab.values.length + " lab values: " + c.lab.values.map(v => number(v, c.metric)).join(", ") + "."),
      el("p", "small", "Placement: 100 · (P(X < x) + ½ P(X = x)) of the lab median x among the users; its 95 % interval joins the uncertainty of the runs and of the sessions. Percentiles: type 7, weighted where the source is sampled, with 95 % Woodruff intervals."),
      el("p", "small", "Representative: the interval lies within 15 points of P" + c.aim + ". Brackets and small figures are 95 % intervals. Drag in a chart to zoom, double-click to reset."));
  }

  root.replaceChildren();
  head();
  summary();
  report.comparisons.forEach(section);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
})();

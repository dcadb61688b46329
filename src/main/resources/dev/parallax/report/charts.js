/* Two distributions over each other, or one: shares in bins and the share at or below a value.

   series: { label, colour, shares, cumulative } of each group, at the edges of the bins */
function distributions(place, metric, edges, series, lab, sync) {
  const box = el("div", "charts"), key = el("div", "key"), made = [];
  const state = { log: false, shown: series.map(() => true) };
  series.forEach((one, at) => key.append(toggle([swatch(one.colour), one.label], true, isShown => {
    state.shown[at] = isShown;
    made.forEach(each => each.chart.setSeries(at + 1, { show: isShown }));
  })));
  if (lab) key.append(el("span", "swatched", swatch("lab"), "Lab: median a line, runs ticks"));
  const scale = toggle("Logarithmic", false, isLog => { state.log = isLog; made.forEach(one => one.build()); });
  scale.classList.add("scale");
  key.append(el("span", "end", metric.unit === "ms" ? scale : null, button("Show all", () => made.forEach(one => one.reset()))));
  place.append(key, box);
  const from = () => state.log ? Math.max(1, edges.findIndex(edge => edge > 0)) : 0;
  const xLabel = metric.label + (metric.unit ? " (" + metric.unit + ")" : "");
  const labels = series.map(one => [one.label, 1]);
  made.push(plot(box, {
    title: "Share of page views", about: "How " + metric.label + " is distributed.", xLabel,
    data: () => [edges.slice(from(), -1), ...series.map(one => one.shares.slice(from()))],
    home: () => [edges[from()], edges[edges.length - 1]],
    lines: () => series.map((one, i) => ({
      show: state.shown[i], stroke: () => css("--" + one.colour), width: 1.5, points: { show: false },
      paths: uPlot.paths.stepped({ align: 1 }), fill: () => css("--" + one.colour) + (i === 0 ? "40" : "26"),
    })),
    yText: tick,
    read: i => ({
      head: range(edges[i + from()], edges[i + from() + 1], value => number(value, metric), " to "),
      rows: series.map(one => [one.colour, one.label, percent(one.shares[i + from()], 2)]),
    }),
    table: () => ["Share of page views in each interval", ["From", ["To", 1], ...labels],
      edges.slice(0, -1).map((edge, i) => [number(edge, metric), number(edges[i + 1], metric), ...series.map(one => percent(one.shares[i], 2))])],
    over: marks(metric, lab),
  }, state, sync));
  made.push(plot(box, {
    title: "Share at or below a value", about: "Which share of page views is at most so slow.", xLabel,
    data: () => [edges.slice(from()), ...series.map(one => one.cumulative.slice(from()))],
    lines: () => series.map((one, i) => ({ show: state.shown[i], stroke: () => css("--" + one.colour), width: 2, points: { show: false } })),
    y: () => [0, 1.04],
    yText: share => percent(share, 0),
    read: i => ({
      head: "≤ " + number(edges[i + from()], metric),
      rows: series.map(one => [one.colour, one.label, percent(one.cumulative[i + from()])]),
    }),
    table: () => ["Share of page views at or below each value", ["Value", ...labels],
      edges.map((edge, i) => [number(edge, metric), ...series.map(one => percent(one.cumulative[i], 2))])],
    over: marks(metric, lab),
  }, state, sync));
}

/* How far two distributions are apart at each decile, with a band that holds for all of them. */
function shift(place, metric, deciles, distance, text) {
  if (!deciles || !deciles.length) return;
  const known = deciles.filter(d => d.value !== undefined), missing = deciles.filter(d => d.needs);
  const say = value => signed(value, metric), box = el("div", "block");
  if (known.length) {
    const line = (colour, width) => ({ stroke: () => css(colour) + (width ? "" : "00"), width, points: { show: width > 0, size: 8, fill: () => css(colour) } });
    plot(box, {
      title: text.title, about: text.about, xLabel: text.axis,
      xAxis: { splits: () => known.map(d => d.q), values: (u, ticks) => ticks.map(q => "P" + q) },
      home: () => [5, 95],
      y: (u, low, high) => { const room = Math.max(1e-6, Math.max(0, high) - Math.min(0, low)) * 0.08; return [Math.min(0, low) - room, Math.max(0, high) + room]; },
      data: () => [known.map(d => d.q), known.map(d => d.value), known.map(d => d.low), known.map(d => d.high)],
      lines: () => [line("--matched", 2), line("--matched", 0), line("--matched", 0)],
      bands: [{ series: [3, 2], fill: () => css("--matched") + "33" }],
      yText: say, yAxis: { size: 92 }, dots: false,
      read: i => ({ head: "P" + known[i].q, rows: [["matched", text.value, say(known[i].value)], ["", "95 % band", range(known[i].low, known[i].high, say, " to ")]] }),
      table: () => [text.title, ["Decile", [text.value, 1], ["95 % band of all together", 1]],
        deciles.map(d => d.needs ? ["P" + d.q, "–", "needs " + d.needs + ", has " + d.has] : ["P" + d.q, say(d.value), range(d.low, d.high, say, " to ")])],
      under: u => { const b = brushOf(u), y = Math.round(b.y(0)); b.line(b.left, y, b.right, y, "--muted"); b.text(text.above, b.right - 6 * b.dot, b.top + 9 * b.dot, "--muted", "right", false); b.text(text.below, b.right - 6 * b.dot, b.bottom - 9 * b.dot, "--muted", "right", false); },
    });
  } else {
    box.append(el("h3", "", text.title));
  }
  if (missing.length) box.append(el("p", "small muted", "Too few values for " + missing.map(d => "P" + d.q + " (needs " + d.needs + ", has " + d.has + ")").join(", ") + "."));
  if (distance) {
    box.append(el("p", "", "Wasserstein distance " + number(distance.wasserstein, metric) + (distance.overIqr === null ? "" : " (" + distance.overIqr.toFixed(2) + " interquartile ranges of " + text.base + ")") + "; largest gap " + percent(distance.ks, 0) + " of users, at " + number(distance.at, metric) + "."));
  }
  place.append(box);
}

/* The users along time as a ribbon, the lab's runs as dots, notes as lines; time without page views is left empty. */
function alongTime(place, c) {
  const { bands, runs, notes, zone } = c.time, metric = c.metric;
  const has = band => band.p95 !== null || band.p75 !== null, top = (() => {
    const highest = key => Math.max(0, ...bands.map(band => band[key] ?? 0));
    const users = highest("p95") || highest("p75") || highest("p50") || metric.good || 1;
    return Math.max(users, c.lab.median ?? 0, Math.min(1.5 * users, Math.max(0, ...runs.map(run => run[1])))) * 1.08;
  })();
  const foot = top * 0.2, most = Math.max(1, ...bands.map(band => band.views));
  const middle = band => (band.from + band.to) / 2, text = value => number(value, metric);
  const moment = seconds => new Date(seconds * 1000).toLocaleString("en-GB", { timeZone: known(zone), dateStyle: "medium", timeStyle: "short" });
  const label = (seconds, step) => {
    const says = options => new Date(seconds * 1000).toLocaleString("en-GB", { timeZone: known(zone), ...options });
    const time = says({ hour: "2-digit", minute: "2-digit" }), day = says({ day: "numeric", month: "short" });
    return step >= 86400 ? day : time === "00:00" ? day : time;
  };
  const during = band => runs.filter(run => run[0] >= band.from && run[0] < band.to).map(run => run[1]);
  const noted = band => notes.filter(note => note.at >= band.from && note.at < band.to).map(note => note.text);
  const isWhole = filter => (u, ticks) => ticks.map(tick => filter(tick) ? tick : null);
  const positive = isWhole(tick => tick >= 0);
  const outside = c.time.runCount > 0 && runs.length === 0;
  const key = el("div", "key",
    el("span", "swatched", swatch("matched"), "Median"), el("span", "swatched", swatch("ribbon"), "p25 to p75"),
    el("span", "swatched", swatch("all"), "p95, and page views at the foot"),
    el("span", "swatched", swatch("lab"), outside ? "Lab median; its runs lie outside this time" : "Lab runs, and their median as a line"),
    notes.length ? el("span", "swatched", swatch("note"), "What happened") : null);
  const box = el("div", "block");
  const line = (colour, width) => ({ stroke: () => css(colour), width, points: { show: false } });
  const one = plot(box, {
    title: "Over time", about: metric.label + " of the users along time, with the lab's runs.", time: true, height: 320,
    tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), known(zone)),
    xAxis: { values: (u, ticks, index, space, step) => ticks.map(tick => label(tick, step)) },
    home: () => [bands[0].from, bands[bands.length - 1].to],
    data: () => [bands.map(middle), ...["p25", "p50", "p75", "p95"].map(key => bands.map(band => band[key]))],
    lines: () => [{ ...line("--matched", 1), stroke: () => "transparent" }, line("--matched", 2.25), line("--matched", 1), line("--all", 1.25)],
    bands: [{ series: [3, 1], fill: () => css("--matched") + "33" }],
    y: () => [-foot, top], yText: text, dots: false,
    yAxis: { filter: positive, grid: { ...axis().grid, filter: positive }, ticks: { ...axis().ticks, filter: positive } },
    read: i => {
      const band = bands[i], lab = during(band);
      return {
        head: moment(band.from) + " to " + moment(band.to),
        rows: [
          ["", "Page views", band.views ? count(band.views) : "none"],
          ...(band.views ? [["all", "p95", few(band.p95, text)], ["matched", "p75", few(band.p75, text)], ["matched", "Median", few(band.p50, text)], ["matched", "p25", few(band.p25, text)]] : []),
          ...(lab.length ? [["lab", "Lab", text(median(lab)) + (lab.length > 1 ? " (" + lab.length + " runs)" : "")]] : []),
          ...noted(band).map(note => ["note", "", note]),
        ],
      };
    },
    table: () => ["Users and lab along time (" + known(zone) + ")", ["From", ["To", 1], ["Page views", 1], ["p25", 1], ["p50", 1], ["p75", 1], ["p95", 1], ["Lab median", 1], "What happened"],
      bands.map(band => [moment(band.from), moment(band.to), count(band.views), ...["p25", "p50", "p75", "p95"].map(key => few(band[key], text)), during(band).length ? text(median(during(band))) : "–", noted(band).join("; ")])],
    under: u => {
      const b = brushOf(u), ground = b.y(0);
      b.clipped(() => {
        bands.forEach(band => {
          const x = b.x(band.from), width = b.x(band.to) - x;
          if (!band.views) {
            b.ctx.fillStyle = css("--muted") + "1c";
            b.ctx.fillRect(x, b.top, width, b.height);
          } else {
            const height = (b.bottom - ground - 4 * b.dot) * band.views / most, seam = width > 4 * b.dot ? b.dot : 0;
            b.ctx.fillStyle = css("--all") + "80";
            b.ctx.fillRect(x, b.bottom - height, Math.max(0.5, width - seam), height);
          }
        });
        gaps(bands).forEach(([from, to]) => { if (b.x(to) - b.x(from) > 64 * b.dot) b.text("no data", (b.x(from) + b.x(to)) / 2, b.top + b.height / 2, "--muted", "center", false); });
      });
    },
    over: u => {
      const b = brushOf(u);
      b.clipped(() => {
        ["p50", "p95"].forEach(key => bands.forEach((band, i) => {
          if (band[key] !== null && (bands[i - 1]?.[key] ?? null) === null && (bands[i + 1]?.[key] ?? null) === null) b.line(b.x(band.from), b.y(band[key]), b.x(band.to), b.y(band[key]), key === "p50" ? "--matched" : "--all", 2);
        }));
        [["good", "--good"], ["poor", "--poor"]].forEach(([limit, colour]) => {
          if (metric[limit] === null || metric[limit] > top) return;
          b.line(b.left, b.y(metric[limit]), b.right, b.y(metric[limit]), colour, 1, [4, 4]);
          b.text(limit, b.right - 6 * b.dot, b.y(metric[limit]) - 9 * b.dot, colour, "right");
        });
        if (c.lab.median !== null) {
          b.line(b.left, b.y(c.lab.median), b.right, b.y(c.lab.median), "--lab", 1);
          b.text("lab median " + text(c.lab.median), b.left + 6 * b.dot, b.y(c.lab.median) - 9 * b.dot, "--lab");
        }
        runs.forEach(([at, value]) => {
          const x = b.x(at), y = b.y(value);
          b.ctx.fillStyle = css("--lab");
          b.ctx.beginPath();
          if (y < b.top) { b.ctx.moveTo(x - 4 * b.dot, b.top + 8 * b.dot); b.ctx.lineTo(x + 4 * b.dot, b.top + 8 * b.dot); b.ctx.lineTo(x, b.top + b.dot); }
          else b.ctx.arc(x, y, 2 * b.dot, 0, 7);
          b.ctx.fill();
        });
        let free = 0;
        notes.forEach(note => {
          const x = Math.floor(b.x(note.at));
          b.line(x, b.top, x, b.y(0), "--note", 1.5, [4, 4]);
          b.ctx.font = 11 * b.dot + "px system-ui, sans-serif";
          const end = x + 6 * b.dot + b.ctx.measureText(note.text).width;
          if (x >= free && end <= b.right) { b.text(note.text, x + 6 * b.dot, b.top + 9 * b.dot, "--note"); free = end + 8 * b.dot; }
        });
      });
    },
  });
  key.append(el("span", "end", button("Show all", one.reset)));
  box.querySelector("h3").after(key);
  if (notes.length) box.append(el("h3", "", "What happened"), el("ul", "notes happened", ...notes.map(note => el("li", "", el("span", "muted", moment(note.at)), " ", el("span", "", note.text)))));
  place.append(box);
}
const tick = share => +(100 * share).toFixed(2) + " %";
const few = (value, text) => value === null ? "too few" : text(value);
const known = zone => { try { new Date().toLocaleString("en", { timeZone: zone }); return zone; } catch { return "UTC"; } };
const gaps = bands => bands.reduce((all, band) => {
  if (band.views) return all;
  const last = all[all.length - 1];
  if (last && last[1] === band.from) last[1] = band.to; else all.push([band.from, band.to]);
  return all;
}, []);

/* Two sets of runs: each run in its order, and the share at or below a value. */
function runCharts(place, c, found) {
  const metric = found.metric, text = value => number(value, metric);
  const before = found.before, after = found.after, values = [...before, ...after], space = 1;
  const places = [...before.map((_, i) => i + 1), ...after.map((_, i) => before.length + space + i + 1)];
  const isBefore = i => i < before.length, nothing = list => list.map(() => null);
  const box = el("div", "charts"), low = Math.min(...values), high = Math.max(...values), room = Math.max(high - low, high * 0.02, 1e-6) * 0.15;
  const dots = colour => ({ stroke: () => css(colour), paths: () => null, points: { show: true, size: 8, fill: () => css(colour) } });
  const level = colour => ({ stroke: () => css(colour), width: 2, points: { show: false } });
  place.append(el("div", "key", el("span", "swatched", swatch("all"), c.before), el("span", "swatched", swatch("matched"), c.after)), box);
  plot(box, {
    title: "Every run, in order", about: "Each run of both sides; a line is the median.", xLabel: "Runs, oldest first", dots: false,
    xAxis: { splits: () => [(before.length + 1) / 2, before.length + space + (after.length + 1) / 2], values: () => ["before", "after"], grid: { show: false }, ticks: { show: false } },
    home: () => [0, values.length + space + 1],
    data: () => [places, [...before, ...nothing(after)], [...nothing(before), ...after], [...before.map(() => median(before)), ...nothing(after)], [...nothing(before), ...after.map(() => median(after))]],
    lines: () => [dots("--all"), dots("--matched"), level("--all"), level("--matched")],
    y: () => [Math.max(0, low - room), high + room], yText: text,
    read: i => ({ head: "Run " + (isBefore(i) ? i + 1 : i - before.length + 1) + " of " + (isBefore(i) ? c.before : c.after), rows: [[isBefore(i) ? "all" : "matched", metric.name, text(values[i])]] }),
    table: () => ["Every run, oldest first", ["Run", ["Side", 0], [metric.name, 1]], values.map((value, i) => [String(isBefore(i) ? i + 1 : i - before.length + 1), isBefore(i) ? c.before : c.after, text(value)])],
    over: u => { const b = brushOf(u), x = b.x(before.length + 0.5 + space / 2); b.line(x, b.top, x, b.bottom, "--line", 1); },
  });
  const at = [...new Set(values)].sort((a, b) => a - b), upTo = list => at.map(value => list.filter(run => run <= value).length / list.length);
  const shares = [["all", c.before, upTo(before)], ["matched", c.after, upTo(after)]];
  plot(box, {
    title: "Share of runs at or below a value", about: "How the runs of both sides are distributed.",
    xLabel: metric.label + (metric.unit ? " (" + metric.unit + ")" : ""),
    home: () => [Math.max(0, low - room), high + room],
    data: () => [at, ...shares.map(([, , share]) => share)],
    lines: () => shares.map(([colour]) => ({ stroke: () => css("--" + colour), width: 2, points: { show: false }, paths: uPlot.paths.stepped({ align: 1 }) })),
    y: () => [0, 1.04], yText: share => percent(share, 0),
    read: i => ({ head: "≤ " + text(at[i]), rows: shares.map(([colour, name, share]) => [colour, name, percent(share[i], 0)]) }),
    table: () => ["Share of runs at or below each value", ["Value", [c.before, 1], [c.after, 1]], at.map((value, i) => [text(value), percent(shares[0][2][i], 0), percent(shares[1][2][i], 0)])],
    over: marks(metric, null),
  });
}

/* Shares of intervals as they are, and between which shares the one below a value lies. Nothing is drawn within an interval that is not known. */
function binCharts(place, c) {
  const metric = c.metric, field = c.field, bins = field.bins, text = value => number(value, metric);
  const interval = bin => bin.end === null ? "from " + text(bin.start) : range(bin.start, bin.end, text, " to ");
  const holds = bin => c.lab.median !== null && c.lab.median >= bin.start && (bin.end === null || c.lab.median < bin.end);
  const box = el("div", "charts"), edges = [...bins.map(bin => bin.start)], last = bins[bins.length - 1];
  const end = last.end ?? last.start * 1.25;
  const total = bins.reduce((sum, bin) => sum + bin.share, 0), missing = total < 0.995 ? 1 - total : 0;
  const below = bins.map((_, i) => bins.slice(0, i).reduce((sum, bin) => sum + bin.share, 0));
  const x = [...edges, end], surely = [...below, last.end === null ? below[below.length - 1] : total];
  const perhaps = bins.map((bin, i) => Math.min(1, below[i] + bin.share + missing)).concat(Math.min(1, total + missing));
  place.append(el("div", "key", el("span", "swatched", swatch("matched"), "What is known of the users"), el("span", "swatched", swatch("ribbon"), "Between the bounds: not known"), el("span", "swatched", swatch("lab"), "Lab: median a line, runs ticks")), box);
  const xLabel = metric.label + (metric.unit ? " (" + metric.unit + ")" : "");
  if (bins.length <= 12) {
    const most = Math.max(...bins.map(bin => bin.share));
    const bar = bin => { const node = el("div", "strip", el("i", "matched")); node.firstChild.style.width = 100 * bin.share / most + "%"; return node; };
    box.append(el("div", "chart", wide(table("Share of page views in each interval", ["Interval", "", ["Share", 1], ""], bins.map(bin => [interval(bin), bar(bin), percent(bin.share), holds(bin) ? "the lab is in it" : ""])))));
  } else {
    plot(box, {
      title: "Share of page views in each interval", about: "As the source tells them.", xLabel,
      home: () => [0, end],
      data: () => [x, [...bins.map(bin => bin.share), last.share]],
      lines: () => [{ stroke: () => css("--matched"), width: 1.5, points: { show: false }, paths: uPlot.paths.stepped({ align: 1 }), fill: () => css("--matched") + "40" }],
      yText: tick,
      read: i => ({ head: interval(bins[Math.min(i, bins.length - 1)]), rows: [["matched", "Share", percent(bins[Math.min(i, bins.length - 1)].share, 2)]] }),
      table: () => ["Share of page views in each interval", ["Interval", ["Share", 1]], bins.map(bin => [interval(bin), percent(bin.share, 2)])],
      over: marks(metric, c.lab),
    });
  }
  const line = () => ({ stroke: () => css("--matched"), width: 1.5, points: { show: false }, paths: uPlot.paths.stepped({ align: 1 }) });
  plot(box, {
    title: "Share below a value, as bounds", about: "Where the lab's line crosses the area, its place is between both bounds.", xLabel,
    home: () => [0, end],
    data: () => [x, surely, perhaps],
    lines: () => [line(), line()], bands: [{ series: [2, 1], fill: () => css("--matched") + "33" }], dots: false,
    y: () => [0, 1.04], yText: share => percent(share, 0),
    read: i => ({ head: "below " + text(x[Math.min(i, x.length - 1)]) + " and up", rows: [["matched", "at least", percent(surely[i])], ["ribbon", "at most", percent(perhaps[i])]] }),
    table: () => ["Share of page views below each value, as bounds", ["From", ["At least", 1], ["At most", 1]], x.slice(0, -1).map((value, i) => [text(value), percent(surely[i]), percent(perhaps[i])])],
    over: u => {
      marks(metric, c.lab)(u);
      if (field.p75 === null) return;
      const b = brushOf(u);
      b.clipped(() => {
        b.ctx.beginPath(); b.ctx.arc(b.x(field.p75), b.y(0.75), 5 * b.dot, 0, 7);
        b.ctx.fillStyle = css("--card"); b.ctx.fill(); b.ctx.strokeStyle = css("--matched"); b.ctx.lineWidth = 2.5 * b.dot; b.ctx.stroke();
        b.text("p75 " + text(field.p75), b.x(field.p75) + 10 * b.dot, b.y(0.75) + 12 * b.dot, "--matched");
      });
    },
  });
}

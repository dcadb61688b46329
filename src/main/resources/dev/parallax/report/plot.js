const drawn = [];
const redraw = () => drawn.forEach(one => one.chart.redraw(false));
const relayout = () => drawn.forEach(one => one.fit());
/* On paper a little lower, so that more of them stand on a sheet. */
const heightOf = what => (what.height ?? 280) * (document.documentElement.dataset.paper === undefined ? 1 : 0.7);
const FONT = "12px system-ui, -apple-system, \"Segoe UI\", sans-serif";
let named = 0;

const axis = () => ({
  stroke: () => css("--muted"), font: FONT,
  grid: { stroke: () => css("--line") + "80", width: 1 },
  ticks: { stroke: () => css("--line"), width: 1 },
});

/* One chart: read with the pointer or the keyboard, zoomed, and with its numbers in a table.

   what.title, what.about    its heading, and what it shows in a sentence
   what.data()               x and the series
   what.lines()              how the series are drawn, as uPlot wants them
   what.read(i)              { head, rows: [[colour, name, value]] } of a place
   what.table()              [caption, columns, rows] of the same numbers
   what.home()               first and last x of the whole range
   what.under, what.over     (u) => draws under the series, or over them */
function plot(place, what, state = {}, sync = undefined) {
  const id = "plot" + ++named;
  const box = el("div", "plot"), live = el("div", "heard"), tip = el("div", "tip");
  const title = el("h3", "", what.title);
  title.id = id;
  box.tabIndex = 0;
  box.setAttribute("role", "application");
  box.setAttribute("aria-roledescription", "chart");
  box.setAttribute("aria-label", what.title + ". " + (what.about ?? "") + " Left and right arrow keys read it, plus and minus zoom, Escape shows all again. Its numbers follow as a table.");
  live.setAttribute("aria-live", "polite");
  tip.setAttribute("aria-hidden", "true");
  tip.hidden = true;
  const figure = el("figure", "chart", title, box, live, numbers(what));
  figure.setAttribute("aria-labelledby", id);
  place.append(figure);

  const one = { chart: null };
  const read = u => {
    const at = u.cursor.idx, isRead = at !== null && at !== undefined && u.cursor.left >= 0;
    tip.hidden = !isRead;
    if (!isRead) return;
    const { head, rows } = what.read(at);
    tip.replaceChildren(el("b", "", head), ...rows.map(([colour, name, value]) => el("div", "", colour ? swatch(colour) : null, el("span", "", name), el("b", "", value))));
    const left = u.over.offsetLeft + u.cursor.left, room = box.clientWidth - tip.offsetWidth;
    tip.style.left = Math.max(0, left + 16 <= room ? left + 16 : left - 16 - tip.offsetWidth) + "px";
    if (box === document.activeElement) live.textContent = head + ": " + rows.map(([, name, value]) => (name + " " + value).trim()).join(", ");
  };
  const home = what.home ?? (() => { const x = what.data()[0]; return [x[0], x[x.length - 1]]; });
  one.build = () => {
    if (one.chart) one.chart.destroy();
    one.chart = new uPlot({
      width: box.clientWidth || 440, height: heightOf(what), legend: { show: false },
      cursor: { sync: sync ? { key: sync } : undefined, drag: { x: true, y: false }, ...(what.dots === false ? { points: { show: false } } : {}) },
      tzDate: what.tzDate,
      scales: { x: { time: Boolean(what.time), distr: state.log ? 3 : 1 }, y: { range: what.y ?? ((u, low, high) => [0, high > 0 ? high * 1.05 : 1]) } },
      axes: [
        { ...axis(), size: 32, label: what.xLabel, labelFont: FONT, labelSize: 20, ...what.xAxis },
        { ...axis(), size: 80, values: (u, ticks) => ticks.map(tick => tick === null ? null : what.yText(tick)), ...what.yAxis },
      ],
      series: [{}, ...what.lines()], bands: what.bands ?? [],
      hooks: { drawAxes: [u => what.under?.(u)], draw: [u => what.over?.(u)], setCursor: [read] },
    }, what.data(), box);
    box.append(tip);
    one.chart.root.querySelector("canvas").setAttribute("aria-hidden", "true");
    one.reset();
  };
  one.reset = () => { const [min, max] = home(); one.chart.setScale("x", { min, max }); };
  one.fit = () => { if (box.clientWidth) one.chart.setSize({ width: box.clientWidth, height: heightOf(what) }); };
  const zoom = factor => {
    const u = one.chart, { min, max } = u.scales.x, [first, last] = home(), x = what.data()[0];
    const middle = u.cursor.idx === null || u.cursor.idx === undefined ? (min + max) / 2 : x[u.cursor.idx];
    u.setScale("x", { min: Math.max(first, middle - (middle - min) * factor), max: Math.min(last, middle + (max - middle) * factor) });
  };
  const point = at => {
    const u = one.chart, x = what.data()[0], { min, max } = u.scales.x;
    if (x[at] < min || x[at] > max) u.setScale("x", { min: x[at] - (max - min) / 2, max: x[at] + (max - min) / 2 });
    u.setCursor({ left: u.valToPos(x[at], "x"), top: u.over.clientHeight / 2 });
  };
  box.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const u = one.chart, last = what.data()[0].length - 1, step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key];
    if (step) point(Math.min(last, Math.max(0, (u.cursor.idx ?? (step > 0 ? -1 : last + 1)) + step)));
    else if (event.key === "Home") point(0);
    else if (event.key === "End") point(last);
    else if (event.key === "+" || event.key === "=") zoom(0.5);
    else if (event.key === "-") zoom(2);
    else if (event.key === "Escape" || event.key === "0") one.reset();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", () => one.chart.setCursor({ left: -10, top: -10 }));
  one.build();
  drawn.push(one);
  new ResizeObserver(one.fit).observe(box);
  return one;
}

/* The alternative to a picture; made when it is asked for. */
function numbers(what) {
  const node = el("details", "numbers", el("summary", "", "Numbers of this chart"));
  node.addEventListener("toggle", () => {
    if (node.open && node.children.length === 1) node.append(wide(table(...what.table())));
  });
  return node;
}

/* What charts draw by hand, in the device's pixels. */
const brushOf = u => {
  const { ctx } = u, dot = uPlot.pxRatio, { left, top, width, height } = u.bbox;
  const line = (x1, y1, x2, y2, colour, thickness = 1, dash = []) => {
    ctx.strokeStyle = css(colour);
    ctx.lineWidth = thickness * dot;
    ctx.setLineDash(dash.map(d => d * dot));
    ctx.beginPath(); ctx.moveTo(x1, y1); ctx.lineTo(x2, y2); ctx.stroke();
    ctx.setLineDash([]);
  };
  const text = (words, x, y, colour, align = "left", isCovering = true) => {
    ctx.font = 11 * dot + "px system-ui, sans-serif";
    ctx.textAlign = align;
    ctx.textBaseline = "middle";
    const wide = ctx.measureText(words).width, from = align === "right" ? x - wide : align === "center" ? x - wide / 2 : x;
    if (isCovering) { ctx.fillStyle = css("--card") + "d0"; ctx.fillRect(from - 2 * dot, y - 8 * dot, wide + 4 * dot, 16 * dot); }
    ctx.fillStyle = css(colour);
    ctx.fillText(words, x, y);
    return wide;
  };
  const clipped = draw => { ctx.save(); ctx.beginPath(); ctx.rect(left, top, width, height); ctx.clip(); draw(); ctx.restore(); };
  return {
    ctx, dot, left, top, width, height, right: left + width, bottom: top + height, line, text, clipped,
    x: value => u.valToPos(value, "x", true), y: value => u.valToPos(value, "y", true),
  };
};

/* Thresholds as a dashed line each; of the lab every run as a tick at the foot, and its median as a line. */
const marks = (metric, lab) => u => {
  const b = brushOf(u);
  b.clipped(() => {
    [["good", "--good"], ["poor", "--poor"]].forEach(([limit, colour]) => {
      if (metric[limit] === null) return;
      const x = Math.round(b.x(metric[limit]));
      b.line(x, b.top, x, b.bottom, colour, 1, [4, 4]);
      if (limit === "good" || x < b.right - 92 * b.dot) b.text(limit === "good" ? "good to here" : "poor from here", limit === "good" ? x - 4 * b.dot : x + 4 * b.dot, b.top + 9 * b.dot, colour, limit === "good" ? "right" : "left");
    });
    if (!lab) return;
    lab.values.forEach(value => b.line(b.x(value), b.bottom - 10 * b.dot, b.x(value), b.bottom, "--lab"));
    if (lab.median !== null) b.line(b.x(lab.median), b.top, b.x(lab.median), b.bottom, "--lab", 2);
  });
};

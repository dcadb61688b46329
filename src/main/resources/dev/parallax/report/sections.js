const tile = (name, figure, detail) => el("div", "tile", el("dt", "", name), el("dd", "figure", figure), el("dd", "small muted", detail));
const pill = c => el("span", "pill " + c.verdict.kind, words(c.verdict.kind));
const place = side => !side.placement ? "–"
  : side.placement.isRange ? "P" + Math.round(side.placement.below) + " – P" + Math.round(side.placement.atMost)
  : "P" + Math.round(side.placement.value);
const sides = c => c.matched.segment === c.all.segment ? [["Users", c.all, "all"]] : [["Matched users", c.matched, "matched"], ["All users", c.all, "all"]];

/* The head that every kind of section has. */
function section(c, i, title, sub) {
  const heading = el("h2", "", title), node = el("section", "",
    el("header", "", heading, pill(c)),
    el("p", "sub muted small", ...sub.flatMap((part, at) => at === 0 ? [el("span", "", part)] : [" · ", el("span", "", part)])),
    el("p", "sentence", c.verdict.text),
    el("p", "next", c.verdict.next));
  node.id = "c" + i;
  heading.id = "h" + i;
  node.setAttribute("aria-labelledby", heading.id);
  return node;
}

/* Shares by class with intervals; of bounds, what may be either is left open. */
function shareBars(list) {
  return el("div", "shares", ...list.filter(([, shares]) => shares).map(([name, shares, isBounds]) => {
    const value = share => isBounds ? share.low : share.value, bar = el("div", "bar");
    bar.setAttribute("role", "img");
    bar.setAttribute("aria-label", name + ": " + shares.map((share, i) => CLASSES[i][1] + " " + (isBounds ? range(share.low, share.high, v => percent(v), " to ") : percent(share.value))).join(", "));
    shares.forEach((share, i) => { const part = el("i", CLASSES[i][0]); part.style.width = 100 * value(share) + "%"; bar.append(part); });
    const open = isBounds ? 1 - shares.reduce((sum, share) => sum + share.low, 0) : 0;
    if (open > 0.005) { const part = el("i", "open"); part.style.width = 100 * open + "%"; bar.append(part); }
    const legend = el("div", "legend", ...shares.map((share, i) => el("span", "", swatch(CLASSES[i][0]), CLASSES[i][1] + " ",
      isBounds ? (share.low === share.high ? percent(share.low) : range(share.low, share.high, v => percent(v))) : percent(share.value) + " ",
      isBounds ? null : el("span", "muted", range(share.low, share.high, v => percent(v))))),
      open > 0.005 ? el("span", "", swatch("open"), "not known which " + percent(open)) : null);
    return el("div", "", el("h3", "", name + (isBounds ? ": shares by class" : ": shares with 95 % intervals")), bar, legend);
  }));
}

const notes = list => list.length ? el("div", "block", el("h3", "", "What helps to judge the numbers"), el("ul", "notes", ...list.map(note => el("li", "", note)))) : null;

const methods = (...paragraphs) => el("details", "methods", el("summary", "", "Methods and definitions"), ...paragraphs.map(text => el("p", "small", text)));

const defined = c => c.metric.label + ": " + c.metric.definition + ". The field's source defines it: " + c.definition + "." + (c.notMatched.length ? " Not matched: " + c.notMatched.join(", ") + "." : "");
const labValues = c => count(c.lab.values.length) + " lab values: " + c.lab.values.map(value => number(value, c.metric)).join(", ") + ".";
const READING = "Drag in a chart to zoom, double-click to see all again; Tab goes from chart to chart, arrow keys read it.";

const kinds = {
  field(c, i) {
    const node = section(c, i, c.page + " · " + c.metric.name, [c.journey, c.profile, c.dataset, c.template]);
    const text = value => number(value, c.metric), side = c.matched, p75 = quantile(side, 75), half = r => r ? ratio(r.value) : "–";
    root.append(node);
    node.append(el("dl", "tiles",
      tile("Placement", place(side), side.placement ? "95 % CI " + Math.round(side.placement.low) + "–" + Math.round(side.placement.high) : "not placed"),
      tile("Lab median", text(c.lab.median), count(c.lab.values.length) + " runs"),
      tile("Field p75", text(p75?.value), p75?.value !== undefined ? "95 % CI " + range(p75.low, p75.high, text) : p75 ? "needs " + p75.needs + ", has " + p75.has : "unknown"),
      tile("Lab ÷ field p50", half(side.ratioToMedian), "÷ p75: " + half(side.ratioToP75)),
      tile("Page views", count(side.measured), (count(side.effective) === count(side.measured) ? "" : "worth " + count(side.effective) + ", ") + (side.sessions ? "of " + count(side.sessions) + " sessions" : "sessions unknown"))));
    distributions(node, c.metric, c.curves.edges, sides(c).map(([label, , colour]) => ({ label, colour, shares: c.curves[colour], cumulative: c.curves[colour + "Cumulative"] })), c.lab, "sync" + i);
    if (c.time) alongTime(node, c);
    node.append(shareBars(sides(c).map(([name, one]) => [name, one.shares])), percentiles(c));
    shift(node, c.metric, c.differences?.shift, c.differences?.distance, {
      title: "Lab minus field at each decile of the matched users", about: "For whom the lab is off, with a band for all deciles at once.",
      value: "Lab − field", axis: "Decile of users", base: "the field", above: "the lab is slower", below: "the lab is faster",
    });
    if (c.impacts.length) {
      node.append(el("div", "block", wide(table("Who is behind the gap", ["Segment", ["Views", 1], ["Share of users", 1], ["Impact", 1], ["Of the gap", 1]],
        c.impacts.map(one => [one.segment, count(one.views), percent(one.share), [text(one.value), small(range(one.low, one.high, text))], percent(one.ofGap, 0)])))));
    }
    node.append(notes(c.notes) ?? "", methods(defined(c), labValues(c),
      "Placement: 100 · (P(X < x) + ½ P(X = x)) of the lab median x among the users; its 95 % interval joins the uncertainty of the runs and of the sessions. Percentiles: type 7, weighted where the source is sampled, with 95 % Woodruff intervals. Shares: with intervals by sessions. Shift function: Harrell-Davis deciles of the lab, exact ones of the field; the band holds for all deciles at once. Over time: a percentile is left out where a stretch has too few page views for its interval.",
      "Representative: the interval lies within 15 points of P" + c.aim + ". " + READING));
  },

  bins(c, i) {
    const node = section(c, i, c.page + " · " + c.metric.name, [c.journey, c.profile, c.dataset, c.template]);
    const text = value => number(value, c.metric), field = c.field, bound = b => b ? "P" + Math.round(b.low) + " – P" + Math.round(b.high) : "–";
    root.append(node);
    const whole = v => percent(v, 0), share = s => s.low === s.high ? whole(s.low) : range(s.low, s.high, whole);
    node.append(el("dl", "tiles",
      tile("Placement", bound(field?.ofMedian), field?.placement ? "with the runs' own uncertainty P" + Math.round(field.placement.low) + " – P" + Math.round(field.placement.high) : "not placed"),
      tile("Lab median", text(c.lab.median), count(c.lab.values.length) + " runs"),
      tile("Field p75", text(field?.p75), "as the source says it"),
      tile("Good page views", field?.shares ? share(field.shares[0]) : "–", field?.shares ? "poor " + share(field.shares[2]) : "no limits known"),
      tile("Page views of", field ? field.formFactor || "all devices" : "–", field ? field.firstDay + " to " + field.lastDay : "nothing fits")));
    if (field) {
      binCharts(node, c);
      node.append(shareBars([[field.site, field.shares, true]]));
      node.append(el("div", "block", wide(table("Percentiles, as the intervals they lie in", ["Percentile", ["Lies", 1]], [
        ...field.percentiles.map(one => ["p" + one.p, !one.within ? "not known" : one.within.high === null ? "from " + text(one.within.low) : range(one.within.low, one.within.high, text, " to ")])]))));
      node.append(notes([c.leftOut, "The shares are of " + field.site + (field.formFactor ? ", " + field.formFactor : "") + (field.country ? ", " + field.country : "") + (field.connection ? ", " + field.connection : "") + ", from " + field.firstDay + " to " + field.lastDay + "."]));
    }
    node.append(methods(defined(c), labValues(c),
      "The source tells shares of intervals and no page views. Whatever lies within an interval is not known: placement, shares and percentiles are bounds, and nothing is interpolated. A verdict is told only where both bounds agree.",
      "Representative: both bounds lie within 15 points of P" + c.aim + ". " + READING));
  },

  runs(c, i) {
    const node = section(c, i, c.page + " · " + c.metric.name, [c.journey, c.profiles.join(" and "), c.before + " and " + c.after, c.template]);
    const first = c.metrics[0], found = first.measured, text = value => number(value, c.metric), say = value => signed(value, c.metric);
    root.append(node);
    node.append(el("dl", "tiles",
      tile("Median of " + c.before, text(found?.before ?? median(first.before)), count(first.before.length) + " runs"),
      tile("Median of " + c.after, text(found?.after ?? median(first.after)), count(first.after.length) + " runs"),
      tile("Shift", found ? say(found.shift.value) : "–", found ? "95 % CI " + range(found.shift.low, found.shift.high, say, " to ") : "too few runs"),
      tile("Cliff's delta", found ? found.delta.toFixed(2).replace("-", "−") : "–", found ? found.size : "too few runs"),
      tile("This machine's noise", first.noise === null ? "–" : text(first.noise), first.noise === null ? "not known yet: too few runs came before" : "a difference below " + text(first.smallest) + " does not count")));
    if (first.before.length && first.after.length) runCharts(node, c, first);
    const row = one => {
      const t = value => number(value, one.metric), s = value => signed(value, one.metric), m = one.measured;
      return [one.metric.name, [t(m?.before ?? median(one.before)), small(count(one.before.length) + " runs")], [t(m?.after ?? median(one.after)), small(count(one.after.length) + " runs")],
        m ? [s(m.shift.value), small(range(m.shift.low, m.shift.high, s, " to "))] : "–",
        m ? m.delta.toFixed(2).replace("-", "−") : "–", m ? (m.p < 0.0001 ? "< 0.0001" : m.p.toFixed(4)) : "–", one.noise === null ? "–" : t(one.noise), pill(one)];
    };
    node.append(el("div", "block", wide(table("All metrics", ["Metric", [c.before, 1], [c.after, 1], ["Shift with 95 % interval", 1], ["Cliff's delta", 1], ["p (Holm)", 1], ["Noise", 1], "Verdict"],
      c.metrics.filter(one => one.before.length || one.after.length).map(row)))));
    const left = c.metrics.reduce((sum, one) => Math.max(sum, one.tainted), 0);
    node.append(notes(left ? [count(left) + (left === 1 ? " value of the lab is" : " values of the lab are") + " left out, as the machine was starved, its clock jumped or its network changed meanwhile."] : []) ?? "");
    node.append(methods(c.metric.label + ": " + c.metric.definition + ".",
      "Shift: Hodges-Lehmann, the median of all differences between a run after and one before, with its 95 % interval. Test: Mann-Whitney, two-sided, its p adjusted over all metrics by Holm's method. Cliff's delta: how well both sides are separated, −1 to 1.",
      "Faster or slower is said only of what is certain, large enough to count, and more than two sets of runs of this machine differ by when nothing was changed. " + READING));
  },

  users(c, i) {
    const node = section(c, i, c.before.name + " and " + c.after.name + " · " + c.metric.name, [...new Set([c.before.dataset, c.after.dataset])]);
    const text = value => number(value, c.metric), say = value => signed(value, c.metric), at75 = c.quantiles.find(one => one.what === "p75");
    root.append(node);
    const p75 = side => { const q = quantile(side, 75); return q?.value === undefined ? "–" : text(q.value); };
    const detail = side => { const q = quantile(side, 75); return q?.value === undefined ? (q ? "needs " + q.needs + ", has " + q.has : "unknown") : "95 % CI " + range(q.low, q.high, text); };
    node.append(el("dl", "tiles",
      tile("p75 of " + c.before.name, p75(c.before), detail(c.before)),
      tile("p75 of " + c.after.name, p75(c.after), detail(c.after)),
      tile("Difference", at75 ? say(at75.value) : "–", at75 ? "95 % CI " + range(at75.low, at75.high, say, " to ") : "too few page views"),
      tile("Page views", count(c.before.measured) + " and " + count(c.after.measured), c.inBoth ? count(c.inBoth) + " are on both sides" : "none is on both sides")));
    distributions(node, c.metric, c.curves.edges, [["before", "all"], ["after", "matched"]].map(([which, colour]) => ({ label: c[which].name, colour, shares: c.curves[which], cumulative: c.curves[which + "Cumulative"] })), null, "sync" + i);
    node.append(shareBars([c.before, c.after].map(side => [side.name, side.shares])));
    const names = { good: "good", needsImprovement: "needs improvement", poor: "poor" };
    node.append(el("div", "block", wide(table("Differences with 95 % intervals", ["Figure", [c.before.name, 1], [c.after.name, 1], ["After − before", 1]], [
      ...c.quantiles.map(one => [one.what, text(one.before), text(one.after), [say(one.value), small(range(one.low, one.high, say, " to "))]]),
      ...c.shares.map(one => [names[one.what], percent(one.before), percent(one.after), [points(one.value), small(range(one.low, one.high, points, " to "))]])])),
      ...[c.before, c.after].map(side => el("p", "small muted segment", side.name + ": ", el("span", "", side.segment)))));
    shift(node, c.metric, c.shift, c.distance, {
      title: "After minus before at each decile", about: "Where in the distribution both sides part, with a band for all deciles at once.",
      value: "After − before", axis: "Decile of users", base: "the base", above: "after is slower", below: "after is faster",
    });
    node.append(methods(c.metric.label + ": " + c.metric.definition + ".",
      "Judged by p75, as Core Web Vitals are: better or worse is said only if the whole 95 % interval of the difference lies on one side of 0 and the difference is large enough to count. Intervals honour sessions where they are known.", READING));
  },
};

function percentiles(c) {
  const ps = [10, 25, 50, 75, 90, 95, 99], text = value => number(value, c.metric), all = sides(c);
  const cell = q => !q ? "–" : q.needs ? small("needs " + q.needs + ", has " + q.has) : [text(q.value), small(range(q.low, q.high, text))];
  const rows = [["Page views", ...all.map(([, side]) => [count(side.measured), small("of " + count(side.views))])],
    ["Placement of the lab", ...all.map(([, side]) => side.placement ? [place(side), small(Math.round(side.placement.low) + " – " + Math.round(side.placement.high))] : "–")],
    ...ps.map(p => ["p" + p, ...all.map(([, side]) => cell(quantile(side, p)))])];
  return el("div", "block", wide(table("Percentiles with 95 % intervals", ["Figure", ...all.map(([name]) => [name, 1])], rows)),
    ...all.map(([name, side]) => el("p", "small muted segment", name + ": ", el("span", "", side.segment))));
}

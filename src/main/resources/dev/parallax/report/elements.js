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

/* A button that is pressed or not. */
const toggle = (children, pressed, act) => {
  const node = button("", () => {
    const now = node.getAttribute("aria-pressed") !== "true";
    node.setAttribute("aria-pressed", String(now));
    act(now);
  });
  node.append(...[children].flat());
  node.setAttribute("aria-pressed", String(pressed));
  return node;
};

/* May be wider than the page: then it is scrolled, with the keyboard too. */
const wide = node => {
  const box = el("div", "wide", node);
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", node.caption?.textContent ?? "");
  return box;
};

/* names: texts, or [text, 1] for a column of numbers. The first cell of a row names it. */
function table(caption, names, rows) {
  const columns = names.map(name => [name].flat());
  const cell = (tag, content, isNumber, scope) => {
    const made = el(tag, isNumber ? "number" : "", ...[content].flat());
    if (scope) made.scope = scope;
    return made;
  };
  return el("table", "",
    el("caption", "", caption),
    el("thead", "", el("tr", "", ...columns.map(([text, isNumber]) => cell("th", text, isNumber, "col")))),
    el("tbody", "", ...rows.map(row => el("tr", "", ...row.map((content, i) =>
      i === 0 ? cell("th", content, columns[0][1], "row") : cell("td", content, columns[i][1]))))));
}

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const swatch = name => el("i", "swatch " + name);

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
const points = share => (share > 0 ? "+" : share < 0 ? "−" : "") + Math.abs(100 * share).toFixed(1) + " points";
const count = value => Math.round(value).toLocaleString("en");
const ratio = value => value.toFixed(2) + " ×";
const words = key => key.replaceAll("-", " ");
const quantile = (side, p) => side.quantiles.find(q => q.p === p);
const median = values => {
  const sorted = [...values].sort((a, b) => a - b), n = sorted.length;
  return n === 0 ? null : (sorted[(n - 1) >> 1] + sorted[n >> 1]) / 2;
};
const CLASSES = [["good", "good"], ["needs", "needs improvement"], ["poor", "poor"]];
const small = (...content) => el("span", "small muted interval", ...content);

const report = JSON.parse(document.getElementById("data").textContent);
const root = document.getElementById("report");

function head() {
  const shown = () => document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const theme = button("", () => {
    document.documentElement.dataset.theme = shown() === "dark" ? "light" : "dark";
    name();
    redraw();
  });
  const name = () => { theme.textContent = shown() === "dark" ? "Light colours" : "Dark colours"; };
  name();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { name(); redraw(); });
  root.append(el("header", "top", el("div", "", el("h1", "", report.title), el("p", "muted", "Made " + new Date(report.made).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }))), theme));
  report.remarks.forEach(remark => root.append(el("p", "remark", remark)));
}

function summary() {
  if (report.sections.length < 2) return;
  const figures = {
    field: c => [number(c.lab.median, c.metric), number(quantile(c.matched, 50)?.value, c.metric), number(quantile(c.matched, 75)?.value, c.metric), place(c.matched)],
    bins: c => [number(c.lab.median, c.metric), "–", number(c.field?.p75, c.metric), c.field?.ofMedian ? "P" + Math.round(c.field.ofMedian.low) + " – P" + Math.round(c.field.ofMedian.high) : "–"],
    runs: () => ["–", "–", "–", "–"],
    users: () => ["–", "–", "–", "–"],
  };
  const rows = report.sections.map((c, i) => {
    const link = el("a", "", c.page ?? c.before.name + " and " + c.after.name);
    link.href = "#c" + i;
    return [link, c.metric.name, ...figures[c.kind](c), pill(c)];
  });
  root.append(el("nav", "summary", wide(table("Contents", ["Page", "Metric", ["Lab median", 1], ["Field p50", 1], ["Field p75", 1], ["Placement", 1], "Verdict"], rows))));
  root.lastChild.setAttribute("aria-label", "Contents");
}

/* On paper: light, as wide as a sheet is between its margins, methods unfolded; then all as it was. */
let opened = [], theme;
const toPaper = () => {
  opened = [...document.querySelectorAll("details.methods:not([open])")];
  opened.forEach(one => { one.open = true; });
  theme = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
  document.documentElement.dataset.paper = "";
  relayout();
};
const fromPaper = () => {
  opened.forEach(one => { one.open = false; });
  if (theme) document.documentElement.dataset.theme = theme; else delete document.documentElement.dataset.theme;
  delete document.documentElement.dataset.paper;
  relayout();
};

root.replaceChildren();
head();
summary();
report.sections.forEach((c, i) => kinds[c.kind](c, i));
addEventListener("beforeprint", toPaper);
addEventListener("afterprint", fromPaper);

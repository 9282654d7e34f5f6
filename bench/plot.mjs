// The picture of docs/performance.md: time against ballots, projects and budget, on scales of powers. Pure.

const PANEL = { width: 300, height: 260, left: 62, top: 44, right: 14, bottom: 46 };
const SERIES = [
  { bench: "synthetic.add1", name: "with Add1", color: "#0b5d7a", dash: "" },
  { bench: "synthetic.equal_shares", name: "equal shares", color: "#b4501c", dash: "6 3" },
  { bench: "synthetic.merge", name: "merging ballots", color: "#5a6b2d", dash: "2 3" },
];
const TITLES = { voters: "ballots", projects: "projects", perVoter: "budget per voter" };

const round = (value) => Math.round(value * 10) / 10;
const short = (value) => (value >= 1e6 ? `${value / 1e6} M` : value >= 1000 ? `${value / 1000} k` : String(value));
const seconds = (ms) => (ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`);

function panel(along, points, low, high, x0) {
  const { width, height, left, top, right, bottom } = PANEL;
  const values = points.map(({ value }) => value);
  const scale = (value, from, to, start, end) => start + ((Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))) * (end - start);
  const x = (value) => round(x0 + scale(value, values[0], values.at(-1), left, width - right));
  const y = (ms) => round(scale(ms, low, high, height - bottom, top));
  const parts = [`<text x="${x0 + left}" y="20" font-weight="600">${TITLES[along]}</text>`];
  for (let ms = low; ms <= high; ms *= 10) {
    parts.push(`<line x1="${x0 + left}" x2="${x0 + width - right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#d5d5d5"/>`,
      `<text x="${x0 + left - 8}" y="${y(ms) + 4}" text-anchor="end">${seconds(ms)}</text>`);
  }
  for (const value of values.filter((_, i) => values.length < 6 || i % 2 === 0)) {
    parts.push(`<text x="${x(value)}" y="${height - bottom + 18}" text-anchor="middle">${short(value)}</text>`);
  }
  for (const { bench, color, dash } of SERIES) {
    const line = points.map(({ value, lines }) => [x(value), y(Math.max(low, lines[bench].least_ms))]);
    parts.push(`<polyline fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}" points="${line.map((p) => p.join(",")).join(" ")}"/>`,
      ...line.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${color}"/>`));
  }
  return parts.join("\n");
}

export function growthPlot(growth) {
  const all = Object.values(growth).flat().flatMap(({ lines }) => SERIES.map(({ bench }) => lines[bench].least_ms));
  const low = 10 ** Math.floor(Math.log10(Math.max(0.1, Math.min(...all))));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...all)));
  const width = PANEL.width * Object.keys(growth).length;
  const panels = Object.entries(growth).map(([along, points], i) => panel(along, points, low, high, i * PANEL.width));
  const legend = SERIES.map(({ name, color, dash }, i) => `<line x1="${62 + i * 160}" x2="${92 + i * 160}" y1="${PANEL.height + 4}" y2="${PANEL.height + 4}" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>
<text x="${98 + i * 160}" y="${PANEL.height + 8}">${name}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${PANEL.height + 24}" viewBox="0 0 ${width} ${PANEL.height + 24}" font-family="sans-serif" font-size="12" role="img" aria-label="Time of a count against ballots, projects and budget per voter">
<rect width="100%" height="100%" fill="#ffffff"/>
${[...panels, ...legend].join("\n")}
</svg>
`;
}

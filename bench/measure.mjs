// The same measuring as measure.cpp, for what runs in JavaScript: median and least of some runs, a line of JSON a
// figure.

/** `prepare` is not measured; it comes before every run. */
export function measure(runs, work, warm = true, prepare = () => {}) {
  prepare();
  if (warm) work();
  const all = [];
  for (let i = 0; i < runs; i++) {
    prepare();
    const start = performance.now();
    work();
    all.push(performance.now() - start);
  }
  return times(all);
}

export function times(all) {
  const sorted = [...all].sort((a, b) => a - b);
  return {median_ms: sorted[Math.floor(sorted.length / 2)], least_ms: sorted[0], runs: sorted.length};
}

export const report = (bench, figures) => console.log(JSON.stringify({bench, ...figures}));

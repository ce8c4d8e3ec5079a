// A figure as tests/bench/figures.h prints it.

/** @typedef {{median: number, least: number, most: number, p95: number, runs: number}} Figure */

/** @param {number[]} values @returns {Figure} */
export function figure_of(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor((sorted.length - 1) * share)];
  return { median: sorted[sorted.length >> 1], least: sorted[0], most: sorted[sorted.length - 1], p95: at(0.95), runs: sorted.length };
}

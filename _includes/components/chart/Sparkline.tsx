import { SPARKLINE_VIEWBOX_SIZE, sparklinePath } from "../../../src/markets/chart/paths.ts";
import type { Observation } from "../../../src/markets/series.ts";

const VIEW_BOX = `0 0 ${SPARKLINE_VIEWBOX_SIZE} ${SPARKLINE_VIEWBOX_SIZE}`;

/** Memoized by observations: every page has the same sparklines. */
const paths = new WeakMap<readonly Observation[], string>();

function pathOf(observations: readonly Observation[]): string {
  const path = paths.get(observations) ?? sparklinePath(observations);
  paths.set(observations, path);
  return path;
}

/** A small line without axes beside the figures it illustrates; decorative, so hidden from assistive technology. */
export function Sparkline({ observations }: { readonly observations: readonly Observation[] }) {
  return (
    <svg class="sparkline" viewBox={VIEW_BOX} preserveAspectRatio="none" aria-hidden="true">
      <path d={pathOf(observations)} />
    </svg>
  );
}

import { SPARKLINE_SIDE, sparklinePath } from "../../../src/markets/chart/sparkline-path.ts";
import type { Observation } from "../../../src/markets/series.ts";

const SQUARE = `0 0 ${SPARKLINE_SIDE} ${SPARKLINE_SIDE}`;

/** The same lines stand on every page. */
const paths = new WeakMap<readonly Observation[], string>();

function pathOf(observations: readonly Observation[]): string {
  const path = paths.get(observations) ?? sparklinePath(observations);
  paths.set(observations, path);
  return path;
}

/** The shape of some figures beside words that tell them: decoration, which says nothing to those who do not see it. */
export function Sparkline({ observations }: { readonly observations: readonly Observation[] }) {
  return (
    <svg class="sparkline" viewBox={SQUARE} preserveAspectRatio="none" aria-hidden="true">
      <path d={pathOf(observations)} />
    </svg>
  );
}

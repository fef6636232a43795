/** A part of the width, as an attribute of SVG. */
export function percent(value: number): string {
  return `${px(value)}%`;
}

/** To a hundredth: more would only make pages longer. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

import { createFontStack } from "@capsizecss/core";
import arial from "@capsizecss/metrics/arial";
import georgia from "@capsizecss/metrics/georgia";
import libreFranklin from "@capsizecss/metrics/libreFranklin";
import newsreader from "@capsizecss/metrics/newsreader";
import timesNewRoman from "@capsizecss/metrics/timesNewRoman";

/**
 * Rules that fit the reader's own fonts to the measures of ours, so that a page set in them takes the same room.
 * `tokens.css` names the families.
 */
export function fallbackFonts(): string {
  const serif = createFontStack([newsreader, georgia, timesNewRoman]);
  const sans = createFontStack([libreFranklin, arial]);
  return `${serif.fontFaces}\n${sans.fontFaces}`;
}

import { CARD } from "./card-files.ts";
import type { CardTypefaces } from "./card-typefaces.ts";
import { glyphCoverage, renderableText } from "./renderable-text.ts";
import { element } from "./svg.ts";
import { balancedLines, fitHeadline, LINE_HEIGHT } from "./text-layout.ts";
import type { LineStyle, Typeface } from "./typeface.ts";

/** The text on a story's card. */
export interface CardText {
  /** The publication's name. */
  readonly name: string;
  readonly section: string;
  readonly headline: string;
  readonly date: string;
  /** The publication's language as a BCP 47 tag, for case conversion. */
  readonly language: string;
}

/** Those of the site's light scheme. */
const COLOURS = { paper: "#fbfaf6", ink: "#15191f", quiet: "#5a606a", accent: "#0d4a63" } as const;
const MARGIN = 72;
const BAR_HEIGHT = 14;
const WIDTH = CARD.widthPx - 2 * MARGIN;
const WORDMARK = { y: 98, sizePx: 56 };
const RULE_Y = 126;
const KICKER = { y: 182, sizePx: 25 };
const HEADLINE = { top: 221, height: 314 };
const DATE = { y: 588, sizePx: 28 };
/** In ems. */
const CAP_HEIGHT = 0.66;
/** A text of which the font covers less would be misleading. */
const MIN_COVERAGE = 0.75;

const SITE_WORDMARK = { y: 332, sizePx: 160 };
const SITE_RULE_Y = 392;
const TAGLINE = { y: 462, sizePx: 38, lineHeight: 1.35 };

/**
 * Draws the card of a story without a lead image, as SVG with its text as outlines. If the font covers too little of the
 * headline, the section takes its place.
 */
export function drawCard({ name, section, headline, date, language }: CardText, typefaces: CardTypefaces): string {
  const { ink, quiet, accent } = COLOURS;
  const title = renderable(headline, typefaces.headline);
  return card(
    drawLine(name, typefaces.wordmark, { ...WORDMARK, fill: ink }),
    doubleRule(RULE_Y),
    title === "" ? "" : drawLine(section.toLocaleUpperCase(language), typefaces.kicker, { ...KICKER, fill: accent }),
    drawHeadline(title === "" ? renderable(section, typefaces.headline) : title, typefaces.headline),
    drawLine(date, typefaces.small, { ...DATE, fill: quiet }),
  );
}

/** Draws the card of the publication itself, as SVG with its text as outlines. */
export function drawSiteCard(
  { name, tagline }: { readonly name: string; readonly tagline: string },
  typefaces: CardTypefaces,
): string {
  const { ink, quiet } = COLOURS;
  const { y, sizePx, lineHeight } = TAGLINE;
  const { small } = typefaces;
  const lines = balancedLines(renderable(tagline, small), WIDTH / sizePx, (text) => small.width(text));
  return card(
    drawLine(name, typefaces.wordmark, { ...SITE_WORDMARK, fill: ink, isCentred: true }),
    doubleRule(SITE_RULE_Y),
    ...lines.map((text, index) =>
      drawLine(text, small, { y: y + index * sizePx * lineHeight, sizePx, fill: quiet, isCentred: true }),
    ),
  );
}

/** The text as far as the typeface has glyphs for it; empty if that is too little. */
function renderable(text: string, typeface: Typeface): string {
  const rendered = renderableText(text, (character) => typeface.has(character));
  return glyphCoverage(text, rendered) >= MIN_COVERAGE ? rendered : "";
}

function card(...parts: readonly string[]): string {
  const { widthPx: width, heightPx: height } = CARD;
  const background = element("rect", { width, height, fill: COLOURS.paper });
  const bar = element("rect", { width, height: BAR_HEIGHT, fill: COLOURS.ink });
  return element("svg", { xmlns: "http://www.w3.org/2000/svg", width, height }, background, bar, ...parts);
}

function doubleRule(y: number): string {
  const rule = (top: number): string => element("rect", { x: MARGIN, y: top, width: WIDTH, height: 2, fill: COLOURS.ink });
  return rule(y) + rule(y + 5);
}

function drawHeadline(text: string, typeface: Typeface): string {
  const { lines, sizePx } = fitHeadline(text, { width: WIDTH, height: HEADLINE.height }, (part) => typeface.width(part));
  const firstY = HEADLINE.top + sizePx * CAP_HEIGHT;
  return lines
    .map((line, index) => typeface.draw(line, { x: MARGIN, y: firstY + index * sizePx * LINE_HEIGHT, sizePx, fill: COLOURS.ink }))
    .join("");
}

/** Draws a line between the margins, in a smaller size if it would be too long. */
function drawLine(
  line: string,
  typeface: Typeface,
  { y, sizePx, fill, isCentred = false }: Omit<LineStyle, "x"> & { readonly isCentred?: boolean },
): string {
  const text = renderable(line, typeface);
  const ems = typeface.width(text);
  const fittedPx = Math.min(sizePx, WIDTH / Math.max(ems, 1));
  const x = isCentred ? (CARD.widthPx - ems * fittedPx) / 2 : MARGIN;
  return typeface.draw(text, { x, y, sizePx: fittedPx, fill });
}

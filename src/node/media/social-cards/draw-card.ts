import { balancedLines } from "./balanced-lines.ts";
import type { CardFaces } from "./card-faces.ts";
import type { Face } from "./face.ts";
import { fitHeadline, LEADING } from "./fit-headline.ts";
import { settableText, shareKept } from "./settable-text.ts";
import { CARD } from "./share-sizes.ts";
import { element } from "./svg.ts";

/** The words of a story's card. */
export interface CardWords {
  /** The publication's name. */
  readonly name: string;
  readonly section: string;
  readonly headline: string;
  readonly date: string;
  /** The publication's language, as a tag of BCP 47: it decides how capitals are written. */
  readonly language: string;
}

/** The site's light page. */
const COLOURS = { paper: "#fbfaf6", ink: "#15191f", quiet: "#5a606a", accent: "#0d4a63" } as const;
const MARGIN = 72;
const BAR_HEIGHT = 14;
const WIDTH = CARD.widthPx - 2 * MARGIN;
const WORDMARK = { y: 98, sizePx: 56 };
const RULE_Y = 126;
const KICKER = { y: 182, sizePx: 25 };
const HEADLINE = { top: 221, height: 314 };
const DATE = { y: 588, sizePx: 28 };
/** How high capitals stand, in ems. */
const CAPITALS = 0.66;
/** The share of its letters and digits below which a text would mislead without those that the font lacks. */
const LEAST_KEPT = 0.75;

const SITE_WORDMARK = { y: 332, sizePx: 160 };
const SITE_RULE_Y = 392;
const TAGLINE = { y: 462, sizePx: 38, leading: 1.35 };

/**
 * The card of a story without a picture: as SVG, its text as outlines. Where the font lacks too much of the headline, the
 * section stands in its place.
 */
export function drawCard({ name, section, headline, date, language }: CardWords, faces: CardFaces): string {
  const { ink, quiet, accent } = COLOURS;
  const title = readable(headline, faces.headline);
  return card(
    line(name, faces.wordmark, { ...WORDMARK, fill: ink }),
    doubleRule(RULE_Y),
    title === "" ? "" : line(section.toLocaleUpperCase(language), faces.kicker, { ...KICKER, fill: accent }),
    drawHeadline(title === "" ? readable(section, faces.headline) : title, faces.headline),
    line(date, faces.small, { ...DATE, fill: quiet }),
  );
}

/** The card of the publication itself: as SVG, its text as outlines. */
export function drawSiteCard({ name, tagline }: { readonly name: string; readonly tagline: string }, faces: CardFaces): string {
  const { ink, quiet } = COLOURS;
  const { y, sizePx, leading } = TAGLINE;
  const lines = balancedLines(readable(tagline, faces.small), WIDTH / sizePx, (text) => faces.small.width(text));
  return card(
    line(name, faces.wordmark, { ...SITE_WORDMARK, fill: ink, isCentred: true }),
    doubleRule(SITE_RULE_Y),
    ...lines.map((text, index) =>
      line(text, faces.small, { y: y + index * sizePx * leading, sizePx, fill: quiet, isCentred: true }),
    ),
  );
}

/** What of a text the face can set; nothing where that is too little. */
function readable(text: string, face: Face): string {
  const settable = settableText(text, (character) => face.has(character));
  return shareKept(text, settable) >= LEAST_KEPT ? settable : "";
}

function card(...parts: readonly string[]): string {
  const { widthPx: width, heightPx: height } = CARD;
  const ground = element("rect", { width, height, fill: COLOURS.paper });
  const bar = element("rect", { width, height: BAR_HEIGHT, fill: COLOURS.ink });
  return element("svg", { xmlns: "http://www.w3.org/2000/svg", width, height }, ground, bar, ...parts);
}

function doubleRule(y: number): string {
  const rule = (top: number): string => element("rect", { x: MARGIN, y: top, width: WIDTH, height: 2, fill: COLOURS.ink });
  return rule(y) + rule(y + 5);
}

function drawHeadline(text: string, face: Face): string {
  const { lines, sizePx } = fitHeadline(text, { width: WIDTH, height: HEADLINE.height }, (part) => face.width(part));
  const first = HEADLINE.top + sizePx * CAPITALS;
  return lines
    .map((part, index) => face.draw(part, { x: MARGIN, y: first + index * sizePx * LEADING, sizePx, fill: COLOURS.ink }))
    .join("");
}

interface LineStyle {
  readonly y: number;
  readonly sizePx: number;
  readonly fill: string;
  readonly isCentred?: boolean;
}

/** A line between the margins, smaller where it would be too long. */
function line(words: string, face: Face, { y, sizePx, fill, isCentred = false }: LineStyle): string {
  const text = readable(words, face);
  const ems = face.width(text);
  const fitting = Math.min(sizePx, WIDTH / Math.max(ems, 1));
  const x = isCentred ? (CARD.widthPx - ems * fitting) / 2 : MARGIN;
  return face.draw(text, { x, y, sizePx: fitting, fill });
}

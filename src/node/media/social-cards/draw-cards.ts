import { join } from "node:path";
import sharp, { type PngOptions } from "sharp";
import { mapConcurrent } from "../../../lib/map-concurrent.ts";
import type { Step } from "../../../lib/step.ts";
import type { Article } from "../../../model/article.ts";
import { fullDate } from "../../../model/dates.ts";
import type { Site } from "../../../model/site.ts";
import type { SocialCard } from "../../../model/social-card.ts";
import { contentHash } from "../../files/content-hash.ts";
import { writeAtomically } from "../../files/file-cache.ts";
import { CARD, cacheFileName, cardFileName, cardPath } from "./card-files.ts";
import { type CardTypefaces, type FontFiles, openTypefaces } from "./card-typefaces.ts";
import { drawCard, drawSiteCard } from "./draw-card.ts";

/** Raise it when the same text must give another card. */
const CACHE_VERSION = "1";
/** The threads that Node's pool has for encoding. */
const CONCURRENCY = 4;
/** Enough colours for paper, ink, accent and grey, with the shades between them at the edges of letters. */
const CARD_PNG: PngOptions = { palette: true, colours: 16, effort: 1, dither: 0 };

/** A card that shows text. Its path carries a hash of all that is drawn on it, so it may be in the cache already. */
export interface TextCard {
  readonly card: SocialCard;
  readonly draw: (typefaces: CardTypefaces) => string;
}

/** The card of a story without a lead image. */
export function storyCard({ slug, title, section, published }: Article, { name, language }: Site, fonts: FontFiles): TextCard {
  const text = { name, section: section.name, headline: title, date: fullDate(published), language };
  const alt = `${name}, ${text.section}, ${text.date}: ${title}`;
  return { card: describeCard(slug, alt, text, fonts), draw: (typefaces) => drawCard(text, typefaces) };
}

/** The card of the publication itself. */
export function siteCard({ name, tagline }: Site, fonts: FontFiles): TextCard {
  const text = { name, tagline };
  return { card: describeCard("site", `${name}: ${tagline}`, text, fonts), draw: (typefaces) => drawSiteCard(text, typefaces) };
}

const SHARP_VERSIONS = JSON.stringify(sharp.versions);

function describeCard(name: string, alt: string, text: object, { hash }: FontFiles): SocialCard {
  const id = `${name}-${contentHash(CACHE_VERSION, hash, SHARP_VERSIONS, JSON.stringify(text))}`;
  return { path: cardPath(cardFileName(id, CARD, "image/png")), type: "image/png", ...CARD, alt };
}

/** Draws cards into `cache`; the step counts them. The fonts are only opened if there is a card to draw. */
export async function drawCards(cards: readonly TextCard[], fonts: FontFiles, cache: string, step: Step): Promise<void> {
  if (cards.length === 0) return;
  const typefaces = await openTypefaces(fonts);
  await mapConcurrent(cards, CONCURRENCY, async ({ card, draw }) => {
    await writeAtomically(join(cache, cacheFileName(card.path)), await encodeCard(draw(typefaces)));
    step.advance();
  });
}

/** Rasterises a drawn card as PNG. */
export async function encodeCard(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).removeAlpha().png(CARD_PNG).toBuffer();
}

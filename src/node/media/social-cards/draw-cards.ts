import { join } from "node:path";
import sharp from "sharp";
import { inParallel } from "../../../lib/pool.ts";
import type { Step } from "../../../lib/step.ts";
import type { Article } from "../../../model/article.ts";
import { fullDate } from "../../../model/dates.ts";
import type { Site } from "../../../model/site.ts";
import type { SocialCard } from "../../../model/social-card.ts";
import type { SitePath } from "../../../model/urls.ts";
import { contentHash } from "../../files/content-hash.ts";
import { writeWhole } from "../../files/file-cache.ts";
import { type CardFaces, type FaceFiles, openFaces } from "./card-faces.ts";
import { drawCard, drawSiteCard } from "./draw-card.ts";
import { encodeCard } from "./encode-share.ts";
import { keptName, shareFileName, sharePath } from "./share-files.ts";
import { CARD } from "./share-sizes.ts";

/** Raised whenever the same words should come out differently. */
const RECIPE = "1";
/** As many as Node has threads for the work. */
const AT_ONCE = 4;

/** A card of words, which may have been drawn already: its address tells what is on it. */
export interface WordCard {
  readonly picture: SocialCard;
  readonly draw: (faces: CardFaces) => string;
}

/** The card of a story without a picture. */
export function storyCard({ slug, title, section, published }: Article, { name, language }: Site, files: FaceFiles): WordCard {
  const words = { name, section: section.name, headline: title, date: fullDate(published), language };
  const alt = `${name}, ${words.section}, ${words.date}: ${title}`;
  return { picture: pictureOf(slug, alt, words, files), draw: (faces) => drawCard(words, faces) };
}

/** The card of the publication itself. */
export function siteCard({ name, tagline }: Site, files: FaceFiles): WordCard {
  const words = { name, tagline };
  return { picture: pictureOf("site", `${name}: ${tagline}`, words, files), draw: (faces) => drawSiteCard(words, faces) };
}

function pictureOf(begins: string, alt: string, words: object, { hash }: FaceFiles): SocialCard {
  const id = `${begins}-${contentHash(RECIPE, hash, sharpVersions, JSON.stringify(words))}`;
  return { path: pathOf(id), type: "image/png", ...CARD, alt };
}

const sharpVersions = JSON.stringify(sharp.versions);

function pathOf(id: string): SitePath {
  return sharePath(shareFileName(id, CARD, "image/png"));
}

/** Draws cards into `cache`; the step counts them. The typefaces are opened only where there is something to draw. */
export async function drawCards(cards: readonly WordCard[], files: FaceFiles, cache: string, step: Step): Promise<void> {
  if (cards.length === 0) return;
  const faces = await openFaces(files);
  await inParallel(cards, AT_ONCE, async ({ picture, draw }) => {
    await writeWhole(join(cache, keptName(picture.path)), await encodeCard(draw(faces)));
    step.advance();
  });
}

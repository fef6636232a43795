import { constants } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { mapConcurrent } from "../../../lib/map-concurrent.ts";
import type { Step } from "../../../lib/step.ts";
import type { Article } from "../../../model/article.ts";
import type { Catalog } from "../../../model/catalog.ts";
import type { Images } from "../../../model/images.ts";
import type { PictureFile } from "../../../model/picture.ts";
import type { Site } from "../../../model/site.ts";
import type { SocialCards, StorySocialImages } from "../../../model/social-card.ts";
import type { SitePath } from "../../../model/urls.ts";
import { openCache } from "../../files/file-cache.ts";
import { cacheFileName } from "./card-files.ts";
import { readFontFiles } from "./card-typefaces.ts";
import type { LeadCrops } from "./crop-lead.ts";
import { cropLeads, findLeads } from "./crop-leads.ts";
import { drawCards, siteCard, storyCard, type TextCard } from "./draw-cards.ts";

interface Publication {
  readonly catalog: Catalog;
  readonly pictures: ReadonlyMap<string, PictureFile>;
  readonly site: Site;
  readonly images: Images;
}

const COPY_CONCURRENCY = 16;

/**
 * Makes the social cards of all stories and of the site in `cache`. A lead image is cropped once for all its stories; a
 * story without one, or with one that is too small, has a card that shows its headline. File names carry a hash of what
 * a card is made from, so unchanged cards come from the cache. The step counts those made.
 */
export async function makeSocialCards(
  { catalog, pictures, site, images }: Publication,
  cache: string,
  step: Step,
): Promise<SocialCards> {
  const cachedFiles = await openCache(cache);
  const fonts = await readFontFiles();
  const isMissing = ({ card }: TextCard): boolean => !cachedFiles.has(cacheFileName(card.path));
  const { articles } = catalog;
  const leadNames = new Set(articles.flatMap(({ picture }) => picture?.name ?? []));
  const leads = findLeads(leadNames, pictures, images, cachedFiles);
  const ofSite = siteCard(site, fonts);
  const textCards = new Map<Article, TextCard>();
  for (const article of articles) if (!article.picture) textCards.set(article, storyCard(article, site, fonts));
  step.expect(leads.missing.length + [ofSite, ...textCards.values()].filter(isMissing).length);

  const crops = await cropLeads(leads, cache, step);
  for (const article of articles) {
    const isTooSmall = article.picture && !crops.get(article.picture.name)?.card;
    if (isTooSmall) textCards.set(article, storyCard(article, site, fonts));
  }
  await drawCards([ofSite, ...textCards.values()].filter(isMissing), fonts, cache, step);
  const stories = articles.map((article) => [article.path, cardsOf(article, textCards.get(article), crops, images)] as const);
  return Object.freeze({ site: ofSite.card, stories: new Map(stories) });
}

function cardsOf(
  { path, picture }: Article,
  textCard: TextCard | undefined,
  crops: ReadonlyMap<string, LeadCrops>,
  images: Images,
): StorySocialImages {
  const lead = picture && crops.get(picture.name);
  const alt = picture?.alt ?? (picture && images.get(picture.name)?.alt) ?? "";
  const card = textCard?.card ?? (lead?.card && { ...lead.card, alt });
  if (!card) throw new Error(`The story ${path} has no card.`);
  return { card, crops: lead ? lead.crops.map((crop) => ({ ...crop, alt })) : [] };
}

/**
 * Copies social cards from `cache` into the site, each once, and returns their number. Copies, not hard links: a change
 * to a published file must not reach the cache.
 */
export async function copySocialCards({ site, stories }: SocialCards, cache: string, folder: string): Promise<number> {
  const paths = new Set<SitePath>([site.path]);
  for (const { card, crops } of stories.values()) for (const { path } of [card, ...crops]) paths.add(path);
  await mkdir(dirname(join(folder, site.path)), { recursive: true });
  await mapConcurrent([...paths], COPY_CONCURRENCY, (path) =>
    copyFile(join(cache, cacheFileName(path)), join(folder, path), constants.COPYFILE_FICLONE),
  );
  return paths.size;
}

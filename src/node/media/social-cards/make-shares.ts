import type { Step } from "../../../lib/step.ts";
import type { Article } from "../../../model/article.ts";
import type { Catalog } from "../../../model/catalog.ts";
import type { Images } from "../../../model/images.ts";
import type { PictureFile } from "../../../model/picture.ts";
import type { Site } from "../../../model/site.ts";
import type { SocialCards, StoryPictures } from "../../../model/social-card.ts";
import { openKept } from "../../files/file-cache.ts";
import { readFaceFiles } from "./card-faces.ts";
import type { LeadCrops } from "./crop-lead.ts";
import { cropLeads, findLeads } from "./crop-leads.ts";
import { drawCards, siteCard, storyCard, type WordCard } from "./draw-cards.ts";
import { keptName } from "./share-files.ts";

/** What share pictures are made from. */
interface Shared {
  readonly catalog: Catalog;
  readonly pictures: ReadonlyMap<string, PictureFile>;
  readonly site: Site;
  readonly images: Images;
}

/**
 * Makes the pictures that stand for stories elsewhere, into `cache`. Stories with one lead picture have one crop of it;
 * a story without one has a card of its words. Names hold a hash of all that a picture is made of, so that each is made
 * once. The step counts those made.
 */
export async function makeSocialCards(
  { catalog, pictures, site, images }: Shared,
  cache: string,
  step: Step,
): Promise<SocialCards> {
  const files = await openKept(cache);
  const faceFiles = await readFaceFiles();
  const isMissing = ({ picture }: WordCard): boolean => !files.has(keptName(picture.path));
  const { articles } = catalog;
  const names = new Set(articles.flatMap(({ picture }) => picture?.name ?? []));
  const leads = findLeads(names, pictures, images, files);
  const cardOfSite = siteCard(site, faceFiles);
  const cards = new Map<Article, WordCard>();
  for (const article of articles) if (!article.picture) cards.set(article, storyCard(article, site, faceFiles));
  step.expect(leads.missing.length + [cardOfSite, ...cards.values()].filter(isMissing).length);

  const crops = await cropLeads(leads, cache, step);
  for (const article of articles) {
    const isTooSmall = article.picture && !crops.get(article.picture.name)?.card;
    if (isTooSmall) cards.set(article, storyCard(article, site, faceFiles));
  }
  await drawCards([cardOfSite, ...cards.values()].filter(isMissing), faceFiles, cache, step);
  const stories = articles.map((article) => [article.path, storyPictures(article, cards.get(article), crops, images)] as const);
  return Object.freeze({ site: cardOfSite.picture, stories: new Map(stories) });
}

function storyPictures(
  { path, picture }: Article,
  words: WordCard | undefined,
  crops: ReadonlyMap<string, LeadCrops>,
  images: Images,
): StoryPictures {
  const lead = picture && crops.get(picture.name);
  const alt = picture?.alt ?? (picture && images.get(picture.name)?.alt) ?? "";
  const card = words?.picture ?? (lead?.card && { ...lead.card, alt });
  if (!card) throw new Error(`The story ${path} has no card.`);
  return { card, crops: lead ? lead.crops.map((crop) => ({ ...crop, alt })) : [] };
}

import type { Article } from "../../model/article.ts";
import { picturesOf } from "../../model/images.ts";
import type { RenderedPicture } from "../../model/picture.ts";
import { offlineVariant } from "./offline-image.ts";
import type { EditionStories } from "./scopes.ts";

/** Lists the stories of an edition, sorted by folder. */
export function editionStories(
  articles: readonly Pick<Article, "path" | "section" | "picture" | "body">[],
  images: ReadonlyMap<string, RenderedPicture>,
): EditionStories {
  const sorted = articles.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return Object.fromEntries(
    sorted.map((article) => {
      const pictures = picturesOf(article).flatMap((name) => offlineVariant(filesOf(images.get(name))) ?? []);
      return [article.path.slice(1), [article.section.id, ...pictures]];
    }),
  );
}

function filesOf(picture: RenderedPicture | undefined): readonly string[] {
  const sources = picture ? [...picture.sources, picture.fallback] : [];
  return sources.flatMap(({ files }) => files.map(({ path }) => path.slice(1)));
}

/** Serializes the list for publication: JSON with one story per line. */
export function writeStories(stories: EditionStories): string {
  const lines = Object.entries(stories).map(([folder, story]) => `${JSON.stringify(folder)}:${JSON.stringify(story)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

import type { EditionStories } from "./edition-parts.ts";
import type { PartExtent } from "./part-extent.ts";
import { pictureStem } from "./picture-stem.ts";
import { standIn } from "./stand-in.ts";

/**
 * The pictures that a part of an edition shows, a file for each: those of its stories, and those of no story, which are on
 * pages that all parts have in common.
 *
 * @param paths of all files of the edition
 * @param all every story of the edition
 */
export function picturesOfPart({ stories }: PartExtent, paths: readonly string[], all: EditionStories): readonly string[] {
  const ofStories = new Set(Object.values(all).flatMap(([, ...files]) => files.map(pictureStem)));
  const others = Map.groupBy(
    paths.filter((path) => !ofStories.has(pictureStem(path))),
    pictureStem,
  );
  others.delete(undefined);
  return [...stories.flatMap(([, [, ...files]]) => files), ...[...others.values()].flatMap((files) => standIn(files) ?? [])];
}

import type { DateTime } from "luxon";
import type { EditionManifest } from "../../../formats/edition-manifest.ts";
import { contentsOfScope, filesOfScope } from "../../../formats/offline/scope-files.ts";
import type { EditionScope, EditionScopes, EditionStories } from "../../../formats/offline/scopes.ts";
import { fileMark } from "../../../formats/publication-mark.ts";
import type { Catalog } from "../../../model/catalog.ts";
import { type Calendar, machineDate, monthName } from "../../../model/dates.ts";
import type { Site } from "../../../model/site.ts";
import { EDITION_SCOPES, PICTURES } from "../../../model/urls.ts";
import { contentHash } from "../../files/content-hash.ts";
import type { DescribeFiles } from "../write-edition-manifest.ts";

interface Edition {
  readonly catalog: Catalog;
  readonly site: Pick<Site, "timeZone" | "language">;
  /** When its newest story was published or updated. */
  readonly edition: { readonly date: DateTime | undefined };
}

type Files = EditionManifest["files"];

const PICTURE_FILES = PICTURES.slice(1);

/** `offline/parts.json`: the scopes of an edition. It is written last, since it holds the sizes of all other files. */
export function scopesFile(edition: Edition, stories: EditionStories, mark: string): DescribeFiles {
  return (files) => {
    const scopes = { publication: fileMark(mark), ...editionScopes(edition, stories, files) };
    return [[EDITION_SCOPES.slice(1), `${JSON.stringify(scopes)}\n`]];
  };
}

function editionScopes(
  { catalog, site, edition }: Edition,
  stories: EditionStories,
  files: Files,
): Omit<EditionScopes, "publication"> {
  const paths = Object.keys(files);
  return {
    fingerprint: fingerprintOf(filesOfScope({ part: "everything", pictures: true }, paths, stories), files),
    date: edition.date && machineDate(edition.date),
    parts: scopesOf(catalog, site).map((scope): EditionScope => {
      const inScope = filesOfScope({ part: scope.id, pictures: true }, paths, stories);
      const pictures = inScope.filter((path) => path.startsWith(PICTURE_FILES));
      const pictureBytes = bytesOf(pictures, files);
      const count = contentsOfScope(scope.id, stories).stories.length;
      return { ...scope, stories: count, bytes: bytesOf(inScope, files) - pictureBytes, pictureBytes };
    }),
  };
}

/**
 * Lists the scopes that have a story, in the order in which readers choose from them: everything, the newest month, the sections,
 * and the years, newest first.
 */
export function scopesOf(
  { articles, sections }: Pick<Catalog, "articles" | "sections">,
  calendar: Calendar,
): readonly Pick<EditionScope, "id" | "name">[] {
  const [newest] = articles;
  if (!newest) return [];
  const years = [...new Set(articles.map(({ published }) => published.year))].sort((a, b) => b - a);
  return [
    { id: "everything", name: "Everything" },
    { id: "new", name: `New in ${monthName(newest.published, calendar)}` },
    ...sections.filter((section) => section.articles.length > 0).map(({ id, name }) => ({ id: `section:${id}` as const, name })),
    ...years.map((year) => ({ id: `year:${year}` as const, name: String(year) })),
  ];
}

function fingerprintOf(paths: readonly string[], files: Files): string {
  return contentHash(paths.map((path) => `${path} ${files[path]?.[0]}\n`).join(""));
}

function bytesOf(paths: readonly string[], files: Files): number {
  return paths.reduce((sum, path) => sum + (files[path]?.[1] ?? 0), 0);
}

import type { DateTime } from "luxon";
import type { EditionManifest } from "../../../formats/edition-manifest.ts";
import { extentOf, filesOfPart } from "../../../formats/offline/scope-files.ts";
import type { EditionPart, EditionParts, EditionStories } from "../../../formats/offline/scopes.ts";
import { partsOf } from "../../../formats/offline/scopes-of-edition.ts";
import type { Catalog } from "../../../model/catalog.ts";
import { machineDate } from "../../../model/dates.ts";
import type { Site } from "../../../model/site.ts";
import { EDITION_PARTS, PICTURES } from "../../../model/urls.ts";
import { contentHash } from "../../files/content-hash.ts";
import type { WrittenLast } from "../write-edition-manifest.ts";

interface Listed {
  readonly catalog: Catalog;
  readonly site: Pick<Site, "timeZone" | "language">;
  /** When its newest story was published or updated. */
  readonly edition: { readonly date: DateTime | undefined };
}

type Files = EditionManifest["files"];

const PICTURE_FILES = PICTURES.slice(1);

/** The list of what can be taken along of an edition, which tells the sizes of all its other files. */
export function partsFile(listed: Listed, stories: EditionStories): WrittenLast {
  return (files) => [[EDITION_PARTS.slice(1), `${JSON.stringify(editionParts(listed, stories, files))}\n`]];
}

function editionParts({ catalog, site, edition }: Listed, stories: EditionStories, files: Files): EditionParts {
  const paths = Object.keys(files);
  return {
    fingerprint: fingerprintOf(filesOfPart({ part: "everything", pictures: true }, paths, stories), files),
    date: edition.date && machineDate(edition.date),
    parts: partsOf(catalog, site).map((part): EditionPart => {
      const ofPart = filesOfPart({ part: part.id, pictures: true }, paths, stories);
      const pictures = ofPart.filter((path) => path.startsWith(PICTURE_FILES));
      const pictureBytes = bytesOf(pictures, files);
      const count = extentOf(part.id, stories).stories.length;
      return { ...part, stories: count, bytes: bytesOf(ofPart, files) - pictureBytes, pictureBytes };
    }),
  };
}

function fingerprintOf(paths: readonly string[], files: Files): string {
  return contentHash(paths.map((path) => `${path} ${files[path]?.[0]}\n`).join(""));
}

function bytesOf(paths: readonly string[], files: Files): number {
  return paths.reduce((sum, path) => sum + (files[path]?.[1] ?? 0), 0);
}

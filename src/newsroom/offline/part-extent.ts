import type { EditionStories, PartId } from "./edition-parts.ts";

/** What a part of an edition has of its own. */
export interface PartExtent {
  /** Its stories by their folders; none where the edition has no such part. */
  readonly stories: readonly (readonly [folder: string, EditionStories[string]])[];
  /** Whether it has a page that is no story, by its path from the root. */
  readonly hasPage: (path: string) => boolean;
}

interface Rule {
  readonly hasStory: (folder: string, section: string) => boolean;
  readonly hasPage: (path: string) => boolean;
}

/** `2026/`, `2026/11/`: the year and the month that the folder of a story begins with. */
const MONTH_LENGTH = "2026/11/".length;

/** How far a part of an edition with these stories reaches. */
export function extentOf(part: PartId, stories: EditionStories): PartExtent {
  const { hasStory, hasPage } = ruleOf(part, stories);
  return { stories: Object.entries(stories).filter(([folder, [section]]) => hasStory(folder, section)), hasPage };
}

function ruleOf(part: PartId, stories: EditionStories): Rule {
  if (part === "everything") return { hasStory: () => true, hasPage: () => true };
  if (part === "new") return ofPeriod(newestMonth(stories));
  const id = part.slice(part.indexOf(":") + 1);
  return part.startsWith("section:") ? ofSection(id) : ofPeriod(`${id.padStart(4, "0")}/`);
}

function ofSection(id: string): Rule {
  return { hasStory: (_, section) => section === id, hasPage: (path) => path.startsWith(`${id}/`) };
}

/** The archives of a period are those of the whole publication, of its sections and of its corrections. */
function ofPeriod(period: string): Rule {
  return {
    hasStory: (folder) => folder.startsWith(period),
    hasPage: (path) => path.startsWith(period) || path.startsWith(period, path.indexOf("/") + 1),
  };
}

function newestMonth(stories: EditionStories): string {
  const months = Object.keys(stories).map((folder) => folder.slice(0, MONTH_LENGTH));
  return months.reduce((newest, month) => (month > newest ? month : newest), "");
}

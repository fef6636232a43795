import type { Options } from "minisearch";
import { type IndexedStory, SEARCHED, SHOWN } from "./indexed-story.ts";

/** The options of MiniSearch, for indexing and for loading. */
export const MINISEARCH: Options<IndexedStory> = { idField: "path", fields: [...SEARCHED], storeFields: [...SHOWN] };

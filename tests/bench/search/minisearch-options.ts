import type { Options } from "minisearch";
import { type IndexedStory, SEARCHED, SHOWN } from "./indexed-story.ts";

/** How MiniSearch indexes the stories, and loads their index. */
export const MINISEARCH: Options<IndexedStory> = { idField: "path", fields: [...SEARCHED], storeFields: [...SHOWN] };

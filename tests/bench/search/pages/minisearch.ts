import MiniSearch from "minisearch";
import type { IndexedStory } from "../indexed-story.ts";
import { MINISEARCH } from "../minisearch-options.ts";
import { complete, query, showFound } from "./show-found.ts";

const MAX_STORIES = 20;

const index = MiniSearch.loadJSON<IndexedStory>(await (await fetch("index.json")).text(), MINISEARCH);
const found = index.search(query, { combineWith: "AND" }).slice(0, MAX_STORIES);
showFound(found.map(({ path, title, standfirst, section, date }) => ({ path, title, standfirst, section, date })));
complete(index);

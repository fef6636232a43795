import lunr from "lunr";
import type { ShownStory } from "../indexed-story.ts";
import { complete, query, showFound } from "./show-found.ts";

const MAX_STORIES = 20;

const stored: { index: object; shown: Record<string, ShownStory> } = await (await fetch("index.json")).json();
const required = query.replace(/\S+/g, "+$&");
const index = lunr.Index.load(stored.index);
const found = index.search(required).slice(0, MAX_STORIES);
showFound(found.flatMap(({ ref }) => stored.shown[ref] ?? []));
complete({ index, shown: stored.shown });

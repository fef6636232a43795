import lunr from "lunr";
import type { ShownStory } from "../indexed-story.ts";
import { complete, query, showFound } from "./show-found.ts";

const MOST = 20;

const written: { index: object; shown: Record<string, ShownStory> } = await (await fetch("index.json")).json();
const required = query.replace(/\S+/g, "+$&");
const index = lunr.Index.load(written.index);
const found = index.search(required).slice(0, MOST);
showFound(found.flatMap(({ ref }) => written.shown[ref] ?? []));
complete({ index, shown: written.shown });

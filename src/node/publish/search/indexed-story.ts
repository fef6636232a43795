import { indexedWords, indexSpelling } from "../../../formats/search/indexed-words.ts";
import type { SearchRecord } from "../../../formats/search/search-record.ts";
import { decodeEntities, escapeHtml } from "../../../lib/html-entities.ts";
import { contentHash } from "../../files/content-hash.ts";
import { type TextBlock, textBlocks } from "./story-text.ts";

/** A story as Pagefind indexes it, and as readers see it. */
export interface IndexedStory {
  /**
   * For Pagefind: words only, in the spelling of the index, so that none depends on how Pagefind tokenizes. The address has a
   * hash of the text as written, on which the name of the story's file in the index depends.
   */
  readonly indexed: SearchRecord;
  readonly url: string;
  /** As written, with single spaces. */
  readonly text: string;
  readonly meta: Readonly<Record<string, string>>;
  /** By id. */
  readonly headings: ReadonlyMap<string, string>;
}

const BODY = /^(?<head>.*<body[^>]*>)(?<body>.*)<\/body>/s;
/** A block that ends like this lacks a full stop, which parts it from the next in an excerpt. */
const UNFINISHED = /[\p{L}\p{M}\p{N}_'")$*]$/u;
const META = /(<meta data-pagefind-meta="(\w+)\[content\]" content=")([^"]*)"/g;

/** @throws where the record is not a whole HTML document */
export function indexedStory({ url, content }: SearchRecord): IndexedStory {
  const { head, body } = BODY.exec(content)?.groups ?? {};
  if (head === undefined || body === undefined) throw new Error(`Pagefind could not index the stories: ${url} has no body.`);
  const blocks = textBlocks(body);
  const meta = Object.fromEntries([...head.matchAll(META)].map(([, , name = "", text = ""]) => [name, decodeEntities(text)]));
  const indexedHead = head.replace(META, (_, tag: string, name: string) => `${tag}${escapeHtml(metaWords(meta[name] ?? ""))}"`);
  return {
    indexed: {
      url: `${url}&text=${contentHash(content)}`,
      content: `${indexedHead}${blocks.map(wordsOf).join("")}${blocks.map(compoundsOf).join("")}</body></html>`,
    },
    url,
    text: blocks.map(({ text }) => (UNFINISHED.test(text) ? `${text}.` : text)).join(" "),
    meta,
    headings: new Map(blocks.flatMap(({ id, text }) => (id === undefined ? [] : [[id, text] as const]))),
  };
}

/** Compounds follow all other words, so that these stay side by side. */
function metaWords(text: string): string {
  const { words, compounds } = indexedWords(text);
  return [...words, ...compounds].map(({ word }) => indexSpelling(word)).join(" ");
}

function wordsOf(block: TextBlock): string {
  const id = block.id === undefined ? "" : ` id="${escapeHtml(block.id)}"`;
  return element(block, id, indexedWords(block.text).words);
}

function compoundsOf(block: TextBlock): string {
  const { compounds } = indexedWords(block.text);
  return compounds.length === 0 ? "" : element(block, "", compounds);
}

/** Ends in a space, or Pagefind would add a full stop to the last word. */
function element({ heading = "p", weight }: TextBlock, id: string, words: readonly { readonly word: string }[]): string {
  const weighted = weight === undefined ? "" : ` data-pagefind-weight="${escapeHtml(weight)}"`;
  return `<${heading}${id}${weighted}>${words.map(({ word }) => `${indexSpelling(word)} `).join("")}</${heading}>`;
}

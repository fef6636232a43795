import { decodeEntities } from "../../lib/html-entities.ts";
import { unmarkedLines } from "../publication-mark.ts";
import { wordsOf } from "./words.ts";

/** The length of a story's indexed text, counted in words. */
export interface StoryLength {
  /** Of the headline, with which the text begins. */
  readonly headline: number;
  readonly whole: number;
}

const TAG = /<[^>]*>/g;
const HEADLINE = /<h1[^>]*>(.*?)<\/h1>/s;

/** Serializes the lengths of some stories, given as the HTML of their texts: a line for each, as `7 640`. */
export function writeStoryLengths(texts: readonly string[]): string {
  return texts.map((text) => `${countWords(HEADLINE.exec(text)?.[1] ?? "")} ${countWords(text)}\n`).join("");
}

/** Parses the output of `writeStoryLengths`. */
export function readStoryLengths(text: string): readonly StoryLength[] {
  return unmarkedLines(text).map((line) => {
    const [headline = 0, whole = 0] = line.split(" ").map(Number);
    return { headline, whole };
  });
}

function countWords(html: string): number {
  return wordsOf(decodeEntities(html.replace(TAG, " "))).length;
}

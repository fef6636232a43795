import { searchedText } from "../../../src/formats/search/search-record.ts";
import { foldWord, wordsOf } from "../../../src/formats/search/words.ts";
import type { Article } from "../../../src/model/article.ts";

const TAG = /<[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** The text of a story: headline, standfirst, key points and body. */
export function plainText(article: Article): string {
  return decoded(searchedText(article).replace(TAG, " "));
}

/** The body of a story as plain text. */
export function bodyText({ body }: Article): string {
  return decoded(
    body
      .map((block) => (block.kind === "html" ? block.html : ""))
      .join("\n")
      .replace(TAG, " "),
  );
}

/** The folded words of a story, in order. */
export function storyWords(article: Article): readonly string[] {
  return wordsOf(plainText(article)).map(foldWord);
}

function decoded(text: string): string {
  return text.replace(/&(#39|[a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

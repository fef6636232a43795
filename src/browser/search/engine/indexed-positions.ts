import { indexedWords } from "../../../formats/search/indexed-words.ts";

const WHITE_SPACE = /[^\S\uFEFF]+/g;

/** For each word that the index has of a text, the position in the text, counted in pieces between white space. */
export function indexedPositions(text: string): readonly number[] {
  const { words, compounds } = indexedWords(text);
  const spaces = [...text.matchAll(WHITE_SPACE)].map(({ index }) => index);
  return [words, compounds].flatMap((inOrder) => {
    let position = 0;
    return inOrder.map(({ start }) => {
      while ((spaces[position] ?? start) < start) position += 1;
      return position;
    });
  });
}

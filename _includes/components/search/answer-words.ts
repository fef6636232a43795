import type { SearchAnswer } from "../../../src/newsroom/search/search-answer.ts";

/** What is above the stories: how many there are, and of what. */
export function foundWords({ total, request: { query } }: Pick<SearchAnswer, "total" | "request">): string {
  const what = query === "" ? "" : ` for “${query}”`;
  return total === 0 ? `No story found${what}` : `${storyCount(total)}${what}`;
}

/** Why stories are shown that do not hold what was asked for. */
export const SOME_WORDS = "No story holds all of these words.";

/** What is said of a search that does not work at all. */
export const FAILURE = "Search could not be loaded. Check the connection and try again.";

/** Which part of the archive has answered, and which is still to come. */
export function searchedWords(answer: SearchAnswer): string {
  const { searched, pending } = answer;
  const said = [];
  if (searched.length > 0) said.push(`Searched ${yearsInWords(searched, answer)}.`);
  if (pending.length > 0) said.push(`${yearsInWords(pending, answer)} ${pending.length === 1 ? "is" : "are"} still to come.`);
  return said.join(" ");
}

/** Which part of the archive could not be searched; empty where all of it was. */
export function missingWords(answer: SearchAnswer): string {
  return answer.missing.length === 0 ? "" : `${yearsInWords(answer.missing, answer)} could not be loaded.`;
}

/** An answer as it is said to those who do not see it. */
export function announcementOf(answer: SearchAnswer): string {
  const { holds, total, suggestion } = answer;
  const found =
    holds === "some" && total > 0
      ? `${SOME_WORDS} ${storyCount(total)} ${total === 1 ? "holds" : "hold"} some of them.`
      : `${foundWords(answer)}.`;
  return [found, missingWords(answer), suggestion && `Did you mean “${suggestion}”?`].filter(Boolean).join(" ");
}

export function storyCount(total: number): string {
  return total === 1 ? "One story" : `${total.toLocaleString("en")} stories`;
}

/** `2026 to 2024 and 2021`: three years or more in a row, as the archive has them, are told by the first and the last. */
function yearsInWords(years: readonly number[], { searched, pending, missing }: SearchAnswer): string {
  const rows: number[][] = [[]];
  for (const year of [...searched, ...pending, ...missing].sort((a, b) => b - a)) {
    if (years.includes(year)) rows.at(-1)?.push(year);
    else rows.push([]);
  }
  const parts = rows.flatMap((row) => (row.length < 3 ? row.map(String) : `${row[0]} to ${row.at(-1)}`));
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

import type { Offline, SearchAnswer } from "../../../src/formats/search/search-answer.ts";

/** What is above the stories: how many there are, and of what. */
export function foundWords(answer: SearchAnswer): string {
  const { total, request, searched, missing, offline } = answer;
  const { query } = request;
  if (offline && total === 0 && searched.length === 0 && missing.length > 0) return NO_YEAR;
  const what = query === "" ? "" : ` for “${query}”`;
  return total === 0 ? `No story found${what}` : `${storyCount(total)}${what}`;
}

/** What is said where none of the years that a search is for can be searched: another one may find something. */
const NO_YEAR = "The years asked for are not kept on this device";

/** Why stories are shown that do not hold what was asked for. */
export const SOME_WORDS = "No story holds all of these words.";

/** What is said of a story that is not kept on the device. */
export const NEEDS_CONNECTION = "Needs a connection";

interface FailureWords {
  readonly heading: string;
  readonly advice: string;
}

/** What is said of a search that does not work at all. */
export function failureWords(offline: Offline | undefined): FailureWords {
  return offline
    ? { heading: "The search is not kept on this device", advice: "It needs a connection." }
    : { heading: "Search could not be loaded", advice: "Check the connection." };
}

/** The same as it is said to those who do not see it. */
export function failureAnnouncement(offline: Offline | undefined): string {
  const { heading, advice } = failureWords(offline);
  return offline
    ? `${heading}. ${advice} Take the edition along to search it anywhere.`
    : `${heading}. Check the connection and try again.`;
}

/**
 * Which years of the archive have answered and are still to come, and which of them are missing; empty where there is
 * nothing to say. The second reads on from the first.
 */
export function yearsTold(answer: SearchAnswer): { readonly searched: string; readonly missing: string } {
  const { searched, pending, offline } = answer;
  const missing = missingYears(answer);
  const isOneSentence = offline === "kept" && searched.length > 0 && pending.length === 0 && missing !== "";
  const said = [];
  if (searched.length > 0) {
    said.push(
      `Searched ${yearsInWords(searched, answer)}${offline === "kept" ? ", kept on this device" : ""}${isOneSentence ? ";" : "."}`,
    );
  }
  if (pending.length > 0) said.push(`${yearsInWords(pending, answer)} ${pending.length === 1 ? "is" : "are"} still to come.`);
  return { searched: said.join(" "), missing: isOneSentence ? missing : capitalised(missing) };
}

/** Which part of the archive could not be searched; empty where all of it was. */
export function missingWords(answer: SearchAnswer): string {
  return capitalised(missingYears(answer));
}

/** An answer as it is said to those who do not see it. */
export function announcementOf(answer: SearchAnswer): string {
  const { holds, total, suggestion, offline } = answer;
  const found =
    holds === "some" && total > 0
      ? `${SOME_WORDS} ${storyCount(total)} ${total === 1 ? "holds" : "hold"} some of them.`
      : `${foundWords(answer)}.`;
  const { searched, missing } = yearsTold(answer);
  const years = offline === "kept" ? [searched, missing] : [missing];
  return [found, ...years, suggestion && `Did you mean “${suggestion}”?`].filter(Boolean).join(" ");
}

export function storyCount(total: number): string {
  return total === 1 ? "One story" : `${total.toLocaleString("en")} stories`;
}

/** The years before those searched need no names, where they are several. */
function missingYears(answer: SearchAnswer): string {
  const { searched, pending, missing, offline } = answer;
  if (missing.length === 0) return "";
  if (!offline) return `${yearsInWords(missing, answer)} could not be loaded.`;
  const oldestSearched = Math.min(...searched);
  const areOlder = searched.length > 0 && pending.length === 0 && missing.every((year) => year < oldestSearched);
  if (missing.length > 1 && areOlder) return "older years need a connection.";
  return `${yearsInWords(missing, answer)} ${missing.length === 1 ? "needs" : "need"} a connection.`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
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

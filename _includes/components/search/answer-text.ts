import type { OfflineMode, SearchAnswer } from "../../../src/formats/search/search-answer.ts";

/** The heading above the results: their number and the query. */
export function foundText(answer: SearchAnswer): string {
  const { total, searched, missing, offline } = answer;
  const query = searchedQuery(answer);
  if (offline && total === 0 && searched.length === 0 && missing.length > 0) return NO_YEAR;
  const what = query === "" ? "" : ` for “${query}”`;
  return total === 0 ? `No results${what}` : `${storyCount(total)}${what}`;
}

/** The query that the stories match: as typed, or as corrected. */
export function searchedQuery({ request, correction }: SearchAnswer): string {
  return correction?.isApplied ? correction.query : request.query;
}

/** The heading where none of the request's years is on the device, though others may be. */
const NO_YEAR = "Those years are not saved on this device";

/** Why the results match some of the words only. */
export const SOME_WORDS_MATCH = "No stories match all of your words.";

/** Marks a story that is not stored on the device. */
export const NEEDS_CONNECTION = "Needs a connection";

interface FailureMessage {
  readonly heading: string;
  readonly advice: string;
}

/** The message where search fails to load. */
export function failureMessage(offline: OfflineMode | undefined): FailureMessage {
  return offline
    ? { heading: "Search is not saved on this device", advice: "It needs a connection." }
    : { heading: "Search could not be loaded", advice: "Check the connection." };
}

/** The same for screen readers. */
export function failureAnnouncement(offline: OfflineMode | undefined): string {
  const { heading, advice } = failureMessage(offline);
  return offline
    ? `${heading}. ${advice} Download the edition to search it anywhere.`
    : `${heading}. Check the connection and try again.`;
}

/** The years searched and pending, and the years missing, as texts that follow one another. Either may be empty. */
export function yearsText(answer: SearchAnswer): { readonly searched: string; readonly missing: string } {
  const { searched, pending, offline } = answer;
  const missing = missingYears(answer);
  const isOneSentence = offline === "stored" && searched.length > 0 && pending.length === 0 && missing !== "";
  const sentences = [];
  if (searched.length > 0) {
    sentences.push(
      `Searched ${listYears(searched, answer)}${offline === "stored" ? ", saved on this device" : ""}${isOneSentence ? ";" : "."}`,
    );
  }
  if (pending.length > 0) sentences.push(`Still searching ${listYears(pending, answer)}.`);
  return { searched: sentences.join(" "), missing: isOneSentence ? missing : capitalised(missing) };
}

/** The years missing; empty where there are none. */
export function missingText(answer: SearchAnswer): string {
  return capitalised(missingYears(answer));
}

/** An answer for screen readers. */
export function announcementOf(answer: SearchAnswer): string {
  const { matching, total, correction, request, offline } = answer;
  const typed = correction?.isApplied ? `Showing results for “${correction.query}” instead of “${request.query}”.` : "";
  const suggested = correction && !correction.isApplied ? `Did you mean “${correction.query}”?` : "";
  const found =
    matching === "some" && total > 0
      ? `${SOME_WORDS_MATCH} ${storyCount(total)} ${total === 1 ? "matches" : "match"} some of them.`
      : `${foundText(answer)}.`;
  const { searched, missing } = yearsText(answer);
  const years = offline === "stored" ? [searched, missing] : [missing];
  return [typed, found, ...years, suggested].filter(Boolean).join(" ");
}

export function storyCount(total: number): string {
  return total === 1 ? "1 story" : `${total.toLocaleString("en")} stories`;
}

/** Several years that are all older than those searched are not listed. */
function missingYears(answer: SearchAnswer): string {
  const { searched, pending, missing, offline } = answer;
  if (missing.length === 0) return "";
  if (!offline) return `${listYears(missing, answer)} could not be loaded.`;
  const oldestSearched = Math.min(...searched);
  const areOlder = searched.length > 0 && pending.length === 0 && missing.every((year) => year < oldestSearched);
  if (missing.length > 1 && areOlder) return "older years need a connection.";
  return `${listYears(missing, answer)} ${missing.length === 1 ? "needs" : "need"} a connection.`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `2026 to 2024 and 2021`: three or more consecutive years of the archive are a range. */
function listYears(years: readonly number[], { searched, pending, missing }: SearchAnswer): string {
  const rows: number[][] = [[]];
  for (const year of [...searched, ...pending, ...missing].sort((a, b) => b - a)) {
    if (years.includes(year)) rows.at(-1)?.push(year);
    else rows.push([]);
  }
  const parts = rows.flatMap((row) => (row.length < 3 ? row.map(String) : `${row[0]} to ${row.at(-1)}`));
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

import { type ArchiveBuild, findStep } from "./measure-build.ts";
import { grouped, milliseconds } from "./units.ts";

/** Milliseconds a page. */
const GOAL_MS = 0.5;

/** A line that tells whether the checks are quick enough to stay on: their own step, and the reading of pages while they were composed. */
export function checksGoal(build: ArchiveBuild): string {
  const { ms, note = "" } = findStep(build, "check pages");
  const readingMs = Number(/^read in (\d+) ms$/.exec(note)?.[1]);
  const each = (ms + readingMs) / build.pages;
  const met = each <= GOAL_MS ? "met   " : "MISSED";
  return `${met}  checks: ${milliseconds(each)} a page of ${grouped(build.pages)}, ${milliseconds(readingMs / build.pages)} of it to read the page; goal: at most ${GOAL_MS} ms`;
}

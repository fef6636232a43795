import { type ArchiveBuild, findStep } from "./measure-build.ts";
import { grouped, milliseconds } from "./units.ts";

/** Per page. */
const GOAL_MS = 0.5;

/** Reports whether the checks are fast enough: their own step, and scanning pages while they are composed. */
export function checksGoal(build: ArchiveBuild): string {
  const { ms, note = "" } = findStep(build, "check pages");
  const scanMs = Number(/^read in (\d+) ms$/.exec(note)?.[1]);
  const each = (ms + scanMs) / build.pages;
  const met = each <= GOAL_MS ? "met   " : "MISSED";
  return `${met}  checks: ${milliseconds(each)} a page of ${grouped(build.pages)}, ${milliseconds(scanMs / build.pages)} of it to read the page; goal: at most ${GOAL_MS} ms`;
}

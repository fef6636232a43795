import { checksGoal } from "./checks-cost.ts";
import { isSearchStep, type MeasuredBuild, searchMs, searchSteps, stepMs } from "./measure-build.ts";
import type { MeasuredHugo } from "./measure-hugo.ts";
import { grouped, mebibytes, milliseconds, seconds, table } from "./units.ts";

/** The steps from Markdown to HTML. */
const HTML: readonly string[] = ["read content", "compose pages"];
const BOTH = "both together";
/** Milliseconds an article for the steps of HTML together. */
const GOAL_MS = 1.5;
/** Time an article of the largest archive against that of the smallest. */
const GOAL_RATIO = 1.25;

/** A row per step of a build; the shards of the search are one row. */
export function buildTable(build: MeasuredBuild): string {
  const perArticle = (ms: number) => milliseconds(ms / build.articles);
  const shards = searchSteps(build);
  const search = {
    name: "index for search",
    count: shards.reduce((sum, { count }) => sum + count, 0),
    ms: searchMs(build),
    peakRssBytes: Math.max(0, ...shards.map(({ peakRssBytes }) => peakRssBytes)),
  };
  const steps = [...build.steps.filter((step) => !isSearchStep(step)), search].map(({ name, count, ms, peakRssBytes }) => [
    name,
    count > 0 ? grouped(count) : "",
    seconds(ms),
    perArticle(ms),
    mebibytes(peakRssBytes),
  ]);
  const whole = ["whole command", "", seconds(build.ms), perArticle(build.ms), mebibytes(build.peakBytes)];
  return table([["step", "count", "time", "an article", "peak memory"], ...steps, whole]);
}

/** The site's build beside Hugo's. */
export function comparison(build: MeasuredBuild, hugo: MeasuredHugo, version: string): string {
  const withoutSearch = build.ms - searchMs(build);
  const ours = (name: string, ms: number, memory: string) => [
    name,
    grouped(build.pages),
    seconds(ms),
    memory,
    `${(ms / hugo.ms).toFixed(2)} × Hugo`,
  ];
  return table([
    ["", "pages", "time", "peak memory", "ratio"],
    ours("without search index", withoutSearch, ""),
    ours("with search index", build.ms, mebibytes(build.peakBytes)),
    [version, grouped(hugo.pages), seconds(hugo.ms), mebibytes(hugo.peakBytes)],
  ]);
}

interface HtmlFigure {
  readonly name: string;
  /** Milliseconds an article, by archive. */
  readonly perArticleMs: readonly number[];
  /** The largest archive against the smallest; undefined where there is only one. */
  readonly ratio: number | undefined;
}

function htmlFigures(builds: readonly MeasuredBuild[]): readonly HtmlFigure[] {
  return [...HTML.map((name) => ({ name, steps: [name] })), { name: BOTH, steps: HTML }].map(({ name, steps }) => {
    const perArticleMs = builds.map((build) => steps.reduce((sum, step) => sum + stepMs(build, step), 0) / build.articles);
    const [smallest, largest] = [perArticleMs[0], perArticleMs.at(-1)];
    const ratio = builds.length > 1 && smallest && largest ? largest / smallest : undefined;
    return { name, perArticleMs, ratio };
  });
}

/** Time an article from Markdown to HTML, archive by archive. */
export function htmlTable(builds: readonly MeasuredBuild[]): string {
  const rows = htmlFigures(builds).map(({ name, perArticleMs, ratio }) => [
    name,
    ...perArticleMs.map(milliseconds),
    name === BOTH ? `under ${GOAL_MS} ms` : "",
    ratio?.toFixed(2) ?? "",
    ratio === undefined ? "" : `at most ${GOAL_RATIO}`,
  ]);
  const sizes = builds.map(({ articles }) => grouped(articles));
  return table([["HTML, an article, of", ...sizes, "goal", "ratio", "goal"], ...rows]);
}

/** A line for every goal: whether it was met, and the figure. */
export function goalLines(builds: readonly MeasuredBuild[]): readonly string[] {
  const line = (met: boolean, text: string) => `${met ? "met   " : "MISSED"}  ${text}`;
  const figures = htmlFigures(builds);
  const largest = grouped(builds.at(-1)?.articles ?? 0);
  const checks = builds.slice(-1).map(checksGoal);
  const html = figures.flatMap(({ name, perArticleMs, ratio }) => {
    const ms = perArticleMs.at(-1) ?? 0;
    return [
      ...(name === BOTH
        ? [line(ms < GOAL_MS, `${HTML.join(" and ")}: ${milliseconds(ms)} an article of ${largest}; goal: under ${GOAL_MS} ms`)]
        : []),
      ...(ratio === undefined
        ? []
        : [line(ratio <= GOAL_RATIO, `${name}: ratio ${ratio.toFixed(2)}; goal: at most ${GOAL_RATIO}`)]),
    ];
  });
  return [...html, ...checks];
}

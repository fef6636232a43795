const MEASURES = ["change", "difference", "yoy", "high", "low"] as const;

/** What of a series a figure in a text says: a value, or a change, or the highest or lowest of a span. */
export type BoundMeasure = "value" | (typeof MEASURES)[number];

/** What a figure in a text is bound to: `{brent=2026-04}`, `{brent=2026-04 yoy}`, `{brent=2025-07..2026-06 high}`. */
export interface Binding {
  readonly series: string;
  /** The first period of a span. */
  readonly from: string | undefined;
  readonly to: string;
  readonly measure: BoundMeasure;
}

/** What is wrong with a bound figure, said of it; and what to write instead. */
export interface BoundProblem {
  readonly problem: string;
  readonly remedy: string;
}

const BINDING = /^\s*([^=\s]+)=([^\s.=]+)(?:\.\.([^\s.=]+))?(?:\s+([^\s=]+))?\s*$/;

/** Reads what stands between the braces behind a figure. */
export function parseBinding(braces: string): Binding | BoundProblem {
  const [, series, first, last, written] = BINDING.exec(braces) ?? [];
  if (series === undefined || first === undefined) {
    const remedy = "write {SERIES=DATE}, {SERIES=DATE change} or {SERIES=FROM..TO change}, such as {brent=2026-04}";
    return { problem: "is bound to nothing", remedy };
  }
  const measure = written === undefined ? "value" : MEASURES.find((known) => known === written);
  if (measure === undefined) {
    const remedy = `write one of: ${MEASURES.join(", ")}; or none for the figure itself`;
    return { problem: `asks for \`${written}\`, which is not known`, remedy };
  }
  return spanProblem(series, first, last, measure) ?? { series, ...ends(first, last), measure };
}

function ends(first: string, last: string | undefined): Pick<Binding, "from" | "to"> {
  return last === undefined ? { from: undefined, to: first } : { from: first, to: last };
}

function spanProblem(series: string, first: string, last: string | undefined, measure: BoundMeasure): BoundProblem | undefined {
  if (last === undefined) {
    if (measure !== "high" && measure !== "low") return undefined;
    return { problem: `asks for the ${measure} of a single date`, remedy: `write a span: {${series}=FROM..${first} ${measure}}` };
  }
  if (measure === "value") {
    return { problem: "names a span, and not what of it is meant", remedy: "add change, difference, high or low" };
  }
  if (measure !== "yoy") return undefined;
  const remedy = `write {${series}=${last} yoy}, or {${series}=${first}..${last} change}`;
  return { problem: "asks for yoy over a span, though it is always over twelve months", remedy };
}

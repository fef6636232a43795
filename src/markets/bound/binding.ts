const MEASURES = ["change", "difference", "yoy", "high", "low"] as const;

/** What a bound figure states about its series: a value, a change, or the high or low of a span. */
export type BoundMeasure = "value" | (typeof MEASURES)[number];

/** A parsed binding: `{brent=2026-04}`, `{brent=2026-04 yoy}`, `{brent=2025-07..2026-06 high}`. */
export interface Binding {
  readonly series: string;
  /** The first period of a span; undefined for a single date. */
  readonly from: string | undefined;
  readonly to: string;
  readonly measure: BoundMeasure;
}

/** What is wrong with a bound figure, worded to follow its text, and how to fix it. */
export interface BoundDiagnostic {
  readonly message: string;
  readonly fix: string;
}

const BINDING = /^\s*([^=\s]+)=([^\s.=]+)(?:\.\.([^\s.=]+))?(?:\s+([^\s=]+))?\s*$/;

/** Parses the text between the braces of a bound figure. */
export function parseBinding(braces: string): Binding | BoundDiagnostic {
  const [, series, first, last, keyword] = BINDING.exec(braces) ?? [];
  if (series === undefined || first === undefined) {
    const fix = "write {SERIES=DATE}, {SERIES=DATE change} or {SERIES=FROM..TO change}, such as {brent=2026-04}";
    return { message: "has no valid binding", fix };
  }
  const measure = keyword === undefined ? "value" : MEASURES.find((known) => known === keyword);
  if (measure === undefined) {
    const fix = `write one of: ${MEASURES.join(", ")}; or none for the figure itself`;
    return { message: `asks for \`${keyword}\`, which is not known`, fix };
  }
  return spanDiagnostic(series, first, last, measure) ?? { series, ...ends(first, last), measure };
}

function ends(first: string, last: string | undefined): Pick<Binding, "from" | "to"> {
  return last === undefined ? { from: undefined, to: first } : { from: first, to: last };
}

function spanDiagnostic(
  series: string,
  first: string,
  last: string | undefined,
  measure: BoundMeasure,
): BoundDiagnostic | undefined {
  if (last === undefined) {
    if (measure !== "high" && measure !== "low") return undefined;
    return { message: `asks for the ${measure} of a single date`, fix: `write a span: {${series}=FROM..${first} ${measure}}` };
  }
  if (measure === "value") {
    return { message: "names a span without a measure", fix: "add change, difference, high or low" };
  }
  if (measure !== "yoy") return undefined;
  const fix = `write {${series}=${last} yoy}, or {${series}=${first}..${last} change}`;
  return { message: "asks for yoy over a span, but yoy is always over twelve months", fix };
}

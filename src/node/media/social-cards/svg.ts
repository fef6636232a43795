import { escapeHtml } from "../../../lib/html-entities.ts";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Rounds to one decimal: a sixteenth of a pixel at the largest size shown. More would only make files longer. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

/** Serialises an SVG element. Undefined attributes are omitted; numbers are rounded to one decimal. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const serialised = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escapeHtml(String(value))}"`)
    .join("");
  return children.length === 0 ? `<${name}${serialised}/>` : `<${name}${serialised}>${children.join("")}</${name}>`;
}

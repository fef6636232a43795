import { escapeMarkup } from "../../../lib/html-entities.ts";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One decimal is a sixteenth of a pixel at the largest size shown; more would only make the files longer. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

/** An SVG element as text. Attributes that are undefined are left out; numbers are rounded to one decimal. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escapeMarkup(String(value))}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

import { FRAME } from "./palette.ts";

type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Makes any text safe inside an XML attribute or element. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** One decimal is a sixteenth of a pixel at the largest size shown; more would only make the files longer. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

/** An SVG element as text. Attributes that are undefined are left out; numbers are rounded to one decimal. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escapeXml(String(value))}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** A whole picture: its ground reaches every edge, so that it stands on a light page as well as on a dark one. */
export function picture(ground: string, ...children: readonly string[]): string {
  const { width, height } = FRAME;
  const body = [element("rect", { width, height, fill: ground }), ...children].filter((child) => child !== "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">\n${body.join("\n")}\n</svg>\n`;
}

import { escapeHtml } from "../lib/html-entities.ts";

/** A fragment of XML or HTML that needs no further escaping. */
export interface Xml {
  readonly text: string;
}

/** Template tag for XML and HTML: escapes interpolated strings, and inserts fragments made by `xml` as they are. */
export function xml(parts: TemplateStringsArray, ...values: readonly (string | Xml | readonly Xml[])[]): Xml {
  return { text: String.raw({ raw: parts }, ...values.map(insert)) };
}

function insert(value: string | Xml | readonly Xml[]): string {
  if (typeof value === "string") return escapeHtml(plainCharacters(value));
  return "text" in value ? value.text : value.map(({ text }) => text).join("");
}

/** Characters that XML 1.0 forbids even when escaped, or discourages. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** Removes what neither XML nor JSON can carry: control characters, lone surrogates, noncharacters. */
export function plainCharacters(text: string): string {
  return text.replace(FORBIDDEN, "");
}

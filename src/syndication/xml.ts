import { escapeMarkup } from "../lib/html-entities.ts";

/** A piece of XML that is safe to stand in another. */
export interface Xml {
  readonly text: string;
}

/** Writes XML, or HTML: whatever is put into the template is escaped, unless it was made by `xml` itself. */
export function xml(parts: TemplateStringsArray, ...values: readonly (string | Xml | readonly Xml[])[]): Xml {
  return { text: String.raw({ raw: parts }, ...values.map(insert)) };
}

function insert(value: string | Xml | readonly Xml[]): string {
  if (typeof value === "string") return escapeMarkup(plainCharacters(value));
  return "text" in value ? value.text : value.map(({ text }) => text).join("");
}

/** Characters that XML 1.0 forbids even when escaped, or advises against. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** A text without what no format for machines can carry: control characters, halves of characters, noncharacters. */
export function plainCharacters(text: string): string {
  return text.replace(FORBIDDEN, "");
}

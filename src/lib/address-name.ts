/** Letters that Unicode does not decompose into one of a to z and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" },
};
const MAX_LENGTH = 100;

/** A name in lower-case letters a to z, digits and hyphens that resembles `text`; undefined if nothing of it remains. */
export function addressName(text: string): string | undefined {
  const name = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? "-")
    .replace(/-+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-|-$/g, "");
  return name === "" ? undefined : name;
}

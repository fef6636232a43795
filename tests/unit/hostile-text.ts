import { between, chance, type Random, several } from "../bench/archive/random.ts";

/** What breaks machine formats that are put together carelessly. */
const PIECES: readonly string[] = [
  ...["]]>", "<![CDATA[", "<!-- x -->", "<?xml version='1.0'?>", "</title></entry></feed>", "</content:encoded></item></rss>"],
  ...["<script>alert(1)</script>", '"/><x y="', "'", "&", "&amp;", "&nope;", "&#0;", "&#xD800;", "\\", "\\u0000"],
  ...["\u0000", "\u0001\u0008\u000B\u000C\u001F", "\u007F\u0085\u009F", "\uFFFE\uFFFF", "\uD83D", "\uDE00", "\uDE00\uD83D"],
  ...["😀", "👩‍💻🏳️‍🌈", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "שלום ", "‏العربية‎", "\u202Eevil\u202C", "\u2028\u2029", "e\u0301\u0327", "\uFEFF", "日本語"],
  ...["\t", "\n", "\r\n", "$&", "$1", "%00", "plain words"],
];

/** A text of a few hostile pieces, and here and there of any character at all. */
export function hostileText(random: Random): string {
  const any = (): string => String.fromCharCode(between(random, 0, 0xffff));
  const piece = (): string => (chance(random, 0.15) ? any() : (PIECES[between(random, 0, PIECES.length - 1)] ?? ""));
  return `x${several(random, 1, 12, piece).join(chance(random, 0.5) ? " " : "")}x`;
}

/** What of a text may arrive: neither control characters nor noncharacters, nor halves of characters. */
export function asCarried(text: string): string {
  return [...text].filter((character) => isCarried(character.codePointAt(0) ?? 0)).join("");
}

function isCarried(code: number): boolean {
  if (code < 0x20) return [0x09, 0x0a, 0x0d].includes(code);
  const isNoncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
  return !(isNoncharacter || (code >= 0x7f && code <= 0x9f) || (code >= 0xd800 && code <= 0xdfff));
}

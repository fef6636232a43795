/**
 * The fragment of a heading: its words in lower case, joined by hyphens. It keeps letters, marks and digits of every script;
 * only Latin letters lose their diacritics. Normalized to NFC.
 */
export function headingSlug(heading: string): string {
  const words = heading
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\p{Cf}\p{Me}\p{Variation_Selector}]|(?<![\p{L}\p{N}\p{M}])\p{M}+/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .normalize("NFC");
  return words || "heading";
}

/** OpenType's type of a lookup whose subtables lie far away (GPOS lookup type 9, "extension positioning"). */
const EXTENSION = 9;
/** How far a lookup reaches by itself. */
const FARTHEST = 0xffff;

/**
 * Lets the lookups of a font's GPOS table name their subtables directly instead of through extensions, which the reader
 * of outlines does not follow: the font's kerning would be lost. A lookup whose subtables lie too far away stays as it is.
 *
 * @param font an OpenType font, not compressed, which is changed
 */
export function nameLookupsDirectly(font: Buffer): void {
  const table = tableOffset(font, "GPOS");
  if (table === undefined) return;
  const list = table + font.readUInt16BE(table + 8);
  for (const lookup of offsets(font, list, list)) {
    if (font.readUInt16BE(lookup) !== EXTENSION) continue;
    const extensions = offsets(font, lookup + 4, lookup);
    const subtables = extensions.map((extension) => extension + font.readUInt32BE(extension + 4) - lookup);
    const [first] = extensions;
    if (first === undefined || subtables.some((offset) => offset > FARTHEST)) continue;
    font.writeUInt16BE(font.readUInt16BE(first + 2), lookup);
    for (const [index, offset] of subtables.entries()) font.writeUInt16BE(offset, lookup + 6 + index * 2);
  }
}

/** Reads a count and as many offsets, and adds what they count from. */
function offsets(font: Buffer, at: number, from: number): readonly number[] {
  return Array.from({ length: font.readUInt16BE(at) }, (_, index) => from + font.readUInt16BE(at + 2 + index * 2));
}

/** Where a table begins, by the directory at the font's head. */
function tableOffset(font: Buffer, tag: string): number | undefined {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const record = records.find((at) => font.toString("latin1", at, at + 4) === tag);
  return record === undefined ? undefined : font.readUInt32BE(record + 8);
}

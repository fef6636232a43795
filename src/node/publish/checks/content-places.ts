import { filesBelow, readSource } from "../../files/source-file.ts";

/** A line of a content file. */
export interface ContentPlace {
  /** Relative to the working directory. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Finds the lines in the text files below `folders` that match, the first of each file. */
export async function contentPlaces(
  folders: readonly string[],
  isMatch: (line: string) => boolean,
): Promise<readonly ContentPlace[]> {
  const places: ContentPlace[] = [];
  for (const folder of folders) {
    for (const path of await filesBelow(folder, [".md", ".yaml", ".csv"])) {
      const source = await readSource(path);
      const line = "text" in source ? source.text.split("\n").findIndex(isMatch) + 1 : 0;
      if (line > 0) places.push({ file: source.file, line });
    }
  }
  return places;
}

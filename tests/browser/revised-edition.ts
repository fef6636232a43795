import { writeManifest } from "../../src/formats/edition-manifest.ts";
import { sha256 } from "../../src/node/publish/write-edition-manifest.ts";

type Tree = ReadonlyMap<string, Buffer>;

/** The output of a build as it would be with other bytes in some of its files, under another name and date. */
export function revisedEdition(tree: Tree, name: string, date: string, changed: Tree): Tree {
  const parts = { ...JSON.parse(text(tree, "offline/parts.json")), fingerprint: name, date };
  const files = new Map([...tree, ...changed, ["offline/parts.json", Buffer.from(JSON.stringify(parts))]]);
  files.delete("edition.json");
  const hashed = [...files].map(([path, bytes]) => [path, [sha256(bytes), bytes.length] as [string, number]]);
  return files.set("edition.json", Buffer.from(writeManifest({ edition: name, files: Object.fromEntries(hashed) }, sha256)));
}

/** A file with every place of some words in it written otherwise. */
export function rewritten(tree: Tree, path: string, words: string, instead: string): readonly [string, Buffer] {
  return [path, Buffer.from(text(tree, path).replaceAll(words, instead))];
}

function text(tree: Tree, path: string): string {
  return tree.get(path)?.toString() ?? "";
}

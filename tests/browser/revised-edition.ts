import { writeManifest } from "../../src/formats/edition-manifest.ts";
import { sha256 } from "../../src/node/publish/write-edition-manifest.ts";

type Tree = ReadonlyMap<string, Buffer>;

/** The output of a build with some files changed, under another fingerprint and date. */
export function revisedEdition(tree: Tree, name: string, date: string, changed: Tree): Tree {
  const scopes = { ...JSON.parse(contentOf(tree, "offline/parts.json")), fingerprint: name, date };
  const files = new Map([...tree, ...changed, ["offline/parts.json", Buffer.from(JSON.stringify(scopes))]]);
  files.delete("edition.json");
  const hashed = [...files].map(([path, bytes]) => [path, [sha256(bytes), bytes.length] as [string, number]]);
  return files.set("edition.json", Buffer.from(writeManifest({ edition: name, files: Object.fromEntries(hashed) }, sha256)));
}

/** A file with a text replaced everywhere. */
export function withReplaced(tree: Tree, path: string, text: string, replacement: string): readonly [string, Buffer] {
  return [path, Buffer.from(contentOf(tree, path).replaceAll(text, replacement))];
}

function contentOf(tree: Tree, path: string): string {
  return tree.get(path)?.toString() ?? "";
}

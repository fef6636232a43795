import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, type Outcome, readTree, writeTree } from "./build-site.ts";

type Tree = ReadonlyMap<string, Buffer>;

/** A small publication whose previous edition is built and whose content has one more story since. */
export interface TwoEditions {
  readonly flags: readonly string[];
  readonly previous: Tree;
  /** How long the build of the previous edition took. */
  readonly buildMs: number;
  /** A folder of its own that holds the previous edition as `site`. */
  published(): { readonly parent: string; readonly out: string };
}

const story = (title: string): string =>
  `---\ntitle: ${title}\nstandfirst: A story.\nsection: politics\npublished: 2026-01-07T09:30:00-05:00\nauthors: [desk]\n---\n\nText.\n`;

export async function twoEditions(): Promise<TwoEditions> {
  const folder = temporaryFolder();
  const [content, previous] = [join(folder, "content"), join(folder, "previous")];
  const flags = ["--content", content, "--markets", "tests/fixtures/no-markets", "--as-of", "2026-02-01T00:00:00Z"];
  writeTree(content, [
    ["articles/first.md", story("First")],
    ["authors.yaml", "desk:\n  name: The desk\n  description: The desk.\n"],
    ["topics.yaml", "{}\n"],
  ]);
  const start = performance.now();
  expect(await buildSite([...flags, "--out", previous])).toMatchObject({ code: 0 });
  const buildMs = performance.now() - start;
  writeTree(content, [["articles/second.md", story("Second")]]);
  return {
    flags,
    previous: readTree(previous),
    buildMs,
    published: () => {
      const parent = temporaryFolder();
      const out = join(parent, "site");
      cpSync(previous, out, { recursive: true });
      return { parent, out };
    },
  };
}

/** Builds the next edition over the one in `out`, and kills the build when it has printed `text`. */
export function killedAfter(text: string, { flags }: TwoEditions, out: string): Promise<Outcome> {
  return buildSite([...flags, "--out", out], { watch: (stdout, kill) => void (stdout.includes(text) && kill()) });
}

/** Builds the next edition over the one in `out`, and kills the build after a time. */
export function killedAt(moment: number, { flags }: TwoEditions, out: string): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  return buildSite([...flags, "--out", out], { watch: (_, kill) => (timer ??= setTimeout(kill, moment)) });
}

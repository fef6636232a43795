import { sentence } from "./prose.ts";
import { type Random, seededRandom } from "./random.ts";
import { properName } from "./vocabulary.ts";

/** A topic or author, as `topics.yaml` and `authors.yaml` have them. */
export interface GeneratedTerm {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** Topics, the most popular first. */
export const TOPICS: readonly GeneratedTerm[] = things(40, seededRandom("topics"), properName);

export const AUTHORS: readonly GeneratedTerm[] = things(12, seededRandom("authors"), (random) => `${properName(random)} desk`);

/** The text of `topics.yaml` or `authors.yaml`. */
export function taxonomyYaml(all: readonly GeneratedTerm[]): string {
  return all.map(({ id, name, description }) => `${id}:\n  name: ${name}\n  description: ${description}\n`).join("");
}

function things(count: number, random: Random, name: (random: Random) => string): readonly GeneratedTerm[] {
  const made = new Map<string, GeneratedTerm>();
  while (made.size < count) {
    const called = name(random);
    const id = called.toLowerCase().replaceAll(" ", "-");
    made.set(id, { id, name: called, description: sentence(random) });
  }
  return [...made.values()];
}

import * as z from "zod";
import { SLUG, SLUG_RULE } from "./urls.ts";

const term = z
  .strictObject({
    name: z.string().trim().min(1).describe("write the name that readers see"),
    description: z.string().trim().min(1).describe("write a sentence for readers"),
  })
  .describe("write `name:` and `description:` below it, indented");
const author = term
  .extend({ kind: z.enum(["desk", "person"]).default("desk") })
  .describe("write `name:` and `description:` below it, indented, and `kind: person` for one person");
const id = z.string().regex(SLUG, `an id has ${SLUG_RULE}`);

/** `topics.yaml`: names and descriptions by id. */
export const topicsSchema = z.record(id, term).describe("write ids, each with `name:` and `description:` below it");

/** `authors.yaml`: names and descriptions by id, and whether the author is a desk or a person. */
export const authorsSchema = z.record(id, author).describe("write ids, each with `name:` and `description:` below it");

/** A topic or author that stories are filed under. */
export interface TaxonomyTerm {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** The byline of a story: a person or a desk. */
export interface Author extends TaxonomyTerm {
  readonly kind: z.infer<typeof author>["kind"];
}

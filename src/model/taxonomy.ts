import * as z from "zod";
import { SLUG } from "./urls.ts";

const named = z.strictObject({ name: z.string().trim().min(1), description: z.string().trim().min(1) });
const author = named.extend({ kind: z.enum(["desk", "person"]).default("desk") });
const id = z.string().regex(SLUG, "an id has lower-case letters, digits and hyphens");

/** `topics.yaml`: from id to the name and the sentence that readers see. */
export const topicsSchema = z.record(id, named);

/** `authors.yaml`: the same, and whether the author is a desk or one person. */
export const authorsSchema = z.record(id, author);

/** An author, desk or topic: what a story can be filed under. */
export interface TaxonomyTerm {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** Who signs a story. */
export interface Author extends TaxonomyTerm {
  readonly kind: z.infer<typeof author>["kind"];
}

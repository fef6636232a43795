import * as z from "zod";
import { SLUG } from "./addresses.ts";

const named = z.strictObject({ name: z.string().trim().min(1), description: z.string().trim().min(1) });

/** `authors.yaml` and `topics.yaml`: from id to the name and the sentence that readers see. */
export const namedThingsSchema = z.record(z.string().regex(SLUG, "an id has lower-case letters, digits and hyphens"), named);

/** An author, desk or topic: what a story can be filed under. */
export interface NamedThing {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

import * as z from "zod";
import type { Body } from "./body.ts";
import type { SitePath } from "./urls.ts";

/** The front matter of a static page, such as `src/content/pages/about.md`. */
export const staticPageSchema = z.strictObject({
  title: z.string().trim().min(1).max(120).describe("write a title of up to 120 characters"),
  description: z.string().trim().min(1).max(240).describe("write a sentence of up to 240 characters"),
});

/** A page that editors write and that is not a story: About, Privacy, Accessibility. */
export interface StaticPage {
  readonly path: SitePath;
  readonly title: string;
  readonly description: string;
  readonly body: Body;
}

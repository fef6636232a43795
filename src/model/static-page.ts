import * as z from "zod";
import type { Body } from "./body.ts";
import type { SitePath } from "./urls.ts";

/** The front matter of a standing page, such as `src/content/pages/about.md`. */
export const staticPageSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().min(1).max(240),
});

/** A page that is not a story: about, privacy, accessibility. */
export interface StaticPage {
  readonly path: SitePath;
  readonly title: string;
  readonly description: string;
  readonly body: Body;
}

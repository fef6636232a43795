import type { Site } from "../../model/site.ts";
import { contentHash } from "../files/content-hash.ts";

/** Identifies a publication among others on the same host. It changes only with settings that change every page anyway. */
export function publicationMark({ name, address }: Pick<Site, "name" | "address">): string {
  return contentHash(name, address ?? "");
}

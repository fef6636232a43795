import { basename } from "node:path";
import type { SocialCard } from "../../../model/social-card.ts";
import { PICTURES, type SitePath } from "../../../model/urls.ts";
import type { Size } from "./share-sizes.ts";

const SHARES: SitePath = `${PICTURES}share/`;
const ENDINGS: Readonly<Record<SocialCard["type"], string>> = { "image/jpeg": "jpg", "image/png": "png" };

export function shareFileName(id: string, { widthPx, heightPx }: Size, type: SocialCard["type"]): string {
  return `${id}-${widthPx}x${heightPx}.${ENDINGS[type]}`;
}

/** Where a file of that name is published. */
export function sharePath(name: string): SitePath {
  return `${SHARES}${name}`;
}

/** What a published file is called in the folder that keeps it. */
export function keptName(path: SitePath): string {
  return basename(path);
}

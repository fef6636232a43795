import type { GlobalData } from "../../_includes/page-context.ts";
import { APP_MANIFEST } from "../model/urls.ts";
import { appManifest } from "../syndication/app-manifest.ts";

export const data = { permalink: APP_MANIFEST, eleventyExcludeFromCollections: true };

export default function AppManifest({ site, assets }: GlobalData): string {
  return appManifest(site, assets);
}

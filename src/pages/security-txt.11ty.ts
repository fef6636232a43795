import type { GlobalData } from "../../_includes/page-context.ts";
import { SECURITY_TXT } from "../model/urls.ts";
import { securityTxt } from "../syndication/security-txt.ts";

export const data = {
  permalink: ({ site }: Pick<GlobalData, "site">) => (site.address === undefined || !site.security ? false : SECURITY_TXT),
  eleventyExcludeFromCollections: true,
};

export default function SecurityNotice({ site }: Pick<GlobalData, "site">): string {
  return site.address === undefined || !site.security ? "" : securityTxt(site.security, site, site.address);
}

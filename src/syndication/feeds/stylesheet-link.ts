import { hrefFrom, type SitePath } from "../../model/urls.ts";
import { type Xml, xml } from "../xml.ts";

/** Tells browsers how to show a feed (Associating Style Sheets with XML 1.0): relative to it, wherever the publication lies. */
export function stylesheetLink(feed: SitePath, stylesheet: SitePath): Xml {
  return xml`<?xml-stylesheet type="text/css" href="${hrefFrom(feed)(stylesheet)}"?>`;
}

import { ForwardingPage } from "../../_includes/layouts/ForwardingPage.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { Redirect } from "../model/redirects.ts";

interface RedirectData extends GlobalData {
  readonly redirect: Redirect;
}

export const data = {
  pagination: {
    data: "redirects",
    size: 1,
    alias: "redirect",
    // Only pages can redirect by themselves; redirects of files, such as feeds, are up to the host.
    before: (redirects: readonly Redirect[]) => redirects.filter(({ from }) => from.endsWith("/")),
  },
  permalink: ({ redirect }: RedirectData) => redirect.from,
  eleventyExcludeFromCollections: true,
};

export default function Forwarding(global: RedirectData) {
  const { from, to } = global.redirect;
  return <ForwardingPage to={to} context={pageContext(global, from)} />;
}

import { describe, expect, it } from "vitest";
import { servePublication } from "./visit.ts";

describe("a feed opened in a browser", () => {
  const publication = servePublication("/a/b/");

  it.each([
    ["Atom", "feed.xml", "feed", "entry", "content"],
    ["RSS", "topics/energy/rss.xml", "rss", "item", "encoded"],
  ])("in %s is a page in the publication’s dress, of headlines and standfirsts", async (_, path, root, item, content) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, goTo, troubles } = await publication.tab({ colorScheme, viewport: { width: 320, height: 800 } });
      await goTo(path);
      const seen = await page.evaluate(
        ([itemName, contentName]) => {
          const document = window.document;
          const [first] = document.getElementsByTagNameNS("*", itemName ?? "");
          const shown = (name: string) => {
            const [element] = first?.getElementsByTagNameNS("*", name) ?? [];
            return element && getComputedStyle(element).display !== "none" ? element.textContent : undefined;
          };
          const { documentElement: top } = document;
          const style = getComputedStyle(top);
          return {
            root: top.localName,
            title: shown("title"),
            words: shown("summary") ?? shown("description"),
            content: shown(contentName ?? ""),
            note: getComputedStyle(top, "::before").content,
            paper: style.backgroundColor,
            isWider: top.scrollWidth > top.clientWidth,
          };
        },
        [item, content],
      );
      expect(seen).toMatchObject({
        root,
        title: "Where the sea narrows, trade has few second choices",
        words: expect.stringMatching(/^Seven straits and canals/),
        content: undefined,
        note: expect.stringContaining("This is a feed"),
        paper: colorScheme === "light" ? "rgb(251, 250, 246)" : "rgb(18, 22, 27)",
        isWider: false,
      });
      // XML names no icon, so that a browser asks its host for one.
      expect(troubles.filter((trouble) => !trouble.includes("/favicon.ico"))).toEqual([]);
    }
  });
});

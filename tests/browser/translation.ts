import type { Page } from "playwright-core";

/**
 * Lets the browser translate pages as Chrome does: it replaces every text node by `font` elements, once a page has loaded and
 * whenever a script changes it, and sets the language of the document. The texts stay as they are, so that a page reads as it
 * does without translation.
 */
export async function translatePages(page: Page): Promise<void> {
  await page.addInitScript(translate);
}

/** The texts of a page that are not translated, white space aside. */
export async function untranslatedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const { parentElement: parent, nodeValue } = texts.currentNode;
      if (nodeValue?.trim() && !parent?.closest("font, script, svg")) found.push(nodeValue);
    }
    return found;
  });
}

function translate(): void {
  const wrap = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = root instanceof Text ? [root] : [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.isConnected || text.data.trim() === "" || text.parentElement?.closest("font, script, svg")) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  const options = { childList: true, characterData: true, subtree: true };
  document.addEventListener("DOMContentLoaded", () => {
    document.documentElement.lang = "de";
    wrap(document.body);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) for (const node of [target, ...addedNodes]) wrap(node);
    }).observe(document.body, options);
  });
}

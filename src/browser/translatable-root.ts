import { type ComponentChild, render } from "preact";

type Children = readonly ChildNode[];

/** An element whose text has been translated. */
interface Translation {
  readonly parent: Element;
  readonly original: Children;
  /** The texts of the original children. */
  readonly texts: readonly (string | null)[];
  readonly translated: Children;
}

/**
 * Renders into an element of a page that a browser may translate. To translate a text, browsers replace its node (Chrome by a
 * `font` element): Preact would go on to update a node that nobody sees, or fail to insert another beside it. So the original
 * nodes return before each rendering, and the translations of what it has not changed after it.
 */
export class TranslatableRoot {
  readonly #element: Element;
  /** The children of each element with text of its own, as rendered. */
  #rendered: ReadonlyMap<Element, Children> = new Map();

  constructor(element: Element) {
    this.#element = element;
  }

  render(content: ComponentChild): void {
    const translations = this.#restore();
    render(content, this.#element);
    this.#rendered = this.#elementsWithText();
    for (const each of translations) if (this.#isUnchanged(each)) arrange(each.parent, each.translated);
  }

  #restore(): readonly Translation[] {
    const translations: Translation[] = [];
    for (const [parent, original] of this.#rendered) {
      const translated = [...parent.childNodes];
      if (areSame(translated, original)) continue;
      translations.push({ parent, original, texts: textsOf(original), translated });
      arrange(parent, original);
    }
    return translations;
  }

  #elementsWithText(): ReadonlyMap<Element, Children> {
    const elements = new Map<Element, Children>();
    const texts = document.createTreeWalker(this.#element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      // The text of a live region is not rendered by Preact.
      if (parent && parent.getAttribute("role") !== "status") elements.set(parent, [...parent.childNodes]);
    }
    return elements;
  }

  #isUnchanged({ parent, original, texts, translated }: Translation): boolean {
    const current = this.#rendered.get(parent);
    if (!current || !areSame(current, original) || !areSame(textsOf(current), texts)) return false;
    // Where a translation was put around the original nodes, it is empty now.
    return !translated.some((node) => !original.includes(node) && node.textContent === "");
  }
}

/** Gives an element these children. Those in place are not moved, and keep the focus. */
function arrange(parent: Element, children: Children): void {
  for (const child of [...parent.childNodes]) if (!children.includes(child)) child.remove();
  let next: ChildNode | null = null;
  for (const child of children.toReversed()) {
    if (child.parentNode !== parent || child.nextSibling !== next) parent.insertBefore(child, next);
    next = child;
  }
}

function textsOf(children: Children): readonly (string | null)[] {
  return children.map(({ nodeValue }) => nodeValue);
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

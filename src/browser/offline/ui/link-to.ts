/** @param address whole, or from the page */
export function linkTo(address: string, words: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = words;
  return link;
}

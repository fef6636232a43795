/** A colour scheme that the reader prefers to that of the system; empty for the system's. */
export type Scheme = "" | "light" | "dark";

const KEY = "scheme";

/** The choice kept on this device. Where storage is refused there is none. */
export function rememberedScheme(): Scheme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "";
  } catch {
    return "";
  }
}

/** Keeps the choice, or forgets it. Where storage is refused, it holds for the page alone. */
export function rememberScheme(scheme: Scheme): void {
  try {
    if (scheme === "") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // The page shows the choice all the same.
  }
}

/** Shows the page in a scheme; `tokens.css` knows the attribute. */
export function applyScheme(scheme: Scheme): void {
  if (scheme === "") delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
}

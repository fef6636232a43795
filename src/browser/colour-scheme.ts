/** The reader's choice of colour scheme; empty to follow the system. */
type Scheme = "" | "light" | "dark";

/** In `localStorage`. */
const KEY = "scheme";

/** The choice stored on this device, empty if there is none; undefined if storage is blocked. */
export function storedScheme(): Scheme | undefined {
  try {
    return schemeOf(localStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}

/** Stores or clears the choice. If storage is blocked, it only applies to the current page. */
function storeScheme(scheme: Scheme): void {
  try {
    if (scheme === "") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // The page shows the choice all the same.
  }
}

/** Applies a scheme to the page by the attribute that `tokens.css` selects. */
export function applyScheme(scheme: Scheme): void {
  if (scheme === "") delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
}

/** Shows and activates the colour-scheme controls, which follow choices made on other pages and in other tabs. */
export function enableSchemeControls(): void {
  for (const control of document.querySelectorAll<HTMLFieldSetElement>("[data-scheme-control]")) {
    control.hidden = false;
    for (const input of control.querySelectorAll("input")) {
      input.addEventListener("change", () => {
        const scheme = schemeOf(input.value);
        applyScheme(scheme);
        storeScheme(scheme);
      });
    }
  }
  showChoice(storedScheme() ?? "");
  // After Back the page may be as it was left, or the browser has restored its fields.
  addEventListener("pageshow", followStorage);
  addEventListener("storage", ({ key }) => {
    // Null where all of the storage is cleared.
    if (key === KEY || key === null) followStorage();
  });
}

function followStorage(): void {
  const scheme = storedScheme();
  if (scheme === undefined) return;
  applyScheme(scheme);
  showChoice(scheme);
}

function showChoice(scheme: Scheme): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("[data-scheme-control] input")) {
    input.checked = input.value === scheme;
  }
}

function schemeOf(value: string | null): Scheme {
  return value === "light" || value === "dark" ? value : "";
}

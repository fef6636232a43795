/** The reader's choice of colour scheme; empty to follow the system. */
type Scheme = "" | "light" | "dark";

/** In `localStorage`. */
const KEY = "scheme";

/** The choice stored on this device; empty if there is none or storage is blocked. */
export function storedScheme(): Scheme {
  try {
    return schemeOf(localStorage.getItem(KEY));
  } catch {
    return "";
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

/** Shows and activates the colour-scheme controls. */
export function enableSchemeControls(): void {
  for (const control of document.querySelectorAll<HTMLFieldSetElement>("[data-scheme-control]")) {
    control.hidden = false;
    const current = storedScheme();
    for (const input of control.querySelectorAll("input")) {
      input.checked = input.value === current;
      input.addEventListener("change", () => {
        const scheme = schemeOf(input.value);
        applyScheme(scheme);
        storeScheme(scheme);
      });
    }
  }
}

function schemeOf(value: string | null): Scheme {
  return value === "light" || value === "dark" ? value : "";
}

import { applyScheme, rememberedScheme, rememberScheme, type Scheme } from "./remembered-scheme.ts";

/** Shows the controls for the colour scheme and lets them work. */
export function enableSchemeControls(): void {
  for (const control of document.querySelectorAll<HTMLFieldSetElement>("[data-scheme-control]")) {
    control.hidden = false;
    const current = rememberedScheme();
    for (const input of control.querySelectorAll("input")) {
      input.checked = input.value === current;
      input.addEventListener("change", () => choose(schemeOf(input.value)));
    }
  }
}

function choose(scheme: Scheme): void {
  applyScheme(scheme);
  rememberScheme(scheme);
}

function schemeOf(value: string): Scheme {
  return value === "light" || value === "dark" ? value : "";
}

import { openOnClick } from "./dialogs.ts";

/** Opens the newsletter form as a dialog where the header links to its page. */
export function enableNewsletterDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#newsletter_dialog");
  if (!dialog) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-opens="newsletter"]')) {
    openOnClick(link, () => dialog.showModal());
  }
}

/**
 * Submits the form by script where the provider supports it, and shows the result. Other providers answer with a page of
 * their own, to which the browser navigates as usual.
 */
export function enableNewsletterForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form.subscribe[data-answers-scripts]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void subscribe(form);
    });
  }
}

async function subscribe(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector(".subscribe-state");
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (!status || !button) return;
  button.disabled = true;
  status.textContent = "Signing up…";
  const isSubscribed = await send(form);
  status.textContent = isSubscribed
    ? "Thank you. Your address has been sent to our newsletter provider."
    : "Something went wrong. Check your connection and try again.";
  button.disabled = false;
  if (isSubscribed) form.reset();
}

async function send(form: HTMLFormElement): Promise<boolean> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  try {
    const response = await fetch(form.action, { method: "POST", headers: { accept: "application/json" }, body: fields });
    return response.ok;
  } catch {
    return false;
  }
}

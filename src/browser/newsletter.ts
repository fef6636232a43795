/** Opens the newsletter's form as a dialog where the head of the page links to it. */
export function enableNewsletterDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#newsletter_dialog");
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-opens="newsletter"]')) {
    link.addEventListener("click", (event) => {
      if (!dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      dialog.showModal();
    });
  }
  dialog?.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/**
 * Sends the form from the page where the provider answers scripts, and says how it went. Other providers answer with a
 * page of their own, to which the browser goes by itself.
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
  const state = form.querySelector(".subscribe-state");
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (!state || !button) return;
  button.disabled = true;
  state.textContent = "Signing up …";
  const subscribed = await send(form);
  state.textContent = subscribed
    ? "Thank you. Your address has been sent to our newsletter’s provider."
    : "That did not work. Check the connection and try again.";
  button.disabled = false;
  if (subscribed) form.reset();
}

async function send(form: HTMLFormElement): Promise<boolean> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  try {
    const answer = await fetch(form.action, { method: "POST", headers: { accept: "application/json" }, body: fields });
    return answer.ok;
  } catch {
    return false;
  }
}

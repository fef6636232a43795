import type { Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { FORMSPREE, formFor, PROVIDERS, READER, respond } from "./newsletter-form.tsx";
import { servePublication } from "./visit.ts";

const publication = servePublication();

const named = PROVIDERS.map((provider) => [provider.newsletter.provider, provider] as const);
const scripted = named.filter(([, { supportsFetch }]) => supportsFetch);

describe.each(named)("the form for %s", (_, provider) => {
  it("sends the address to the provider, with the honeypot empty", async () => {
    const { posted, email, page, state } = await formFor(publication, provider, (route) => respond(route, 200));
    await email.fill(READER);
    await email.press("Enter");
    await page.getByText(provider.supportsFetch ? "Thank you." : "The provider’s page").waitFor();
    expect(posted).toEqual([provider.fields]);
    if (provider.supportsFetch) expect(await state.isVisible()).toBe(true);
  });
});

describe.each(scripted)("the form for %s, which supports fetch,", (_, provider) => {
  it("confirms, and clears its field", async () => {
    const { email, button, state } = await formFor(publication, provider, (route) => respond(route, 200));
    await email.fill(READER);
    await button.click();
    await expect.poll(() => state.textContent()).toMatch(/^Thank you\./);
    expect(await email.inputValue()).toBe("");
  });

  it.each([
    ["the provider fails", (route: Route) => respond(route, 500)],
    ["the provider refuses", (route: Route) => respond(route, 422)],
    ["the connection fails", (route: Route) => route.abort()],
  ])("reports if %s, and keeps the address for another try", async (_happening, fail) => {
    const { email, button, state } = await formFor(publication, provider, fail);
    await email.fill(READER);
    await button.click();
    await expect.poll(() => state.textContent()).toMatch(/^Something went wrong/);
    expect(await email.inputValue()).toBe(READER);
    expect(await button.isEnabled()).toBe(true);
  });

  it("cannot be submitted twice at once", async () => {
    const sent = Promise.withResolvers<void>();
    const { email, button, state, posted } = await formFor(publication, provider, async (route) => {
      await sent.promise;
      await respond(route, 200);
    });
    await email.fill(READER);
    await button.click();
    await expect.poll(() => state.textContent()).toBe("Signing up…");
    expect(await button.isDisabled()).toBe(true);
    await email.press("Enter");
    sent.resolve();
    await expect.poll(() => state.textContent()).toMatch(/^Thank you\./);
    expect(posted.length).toBe(1);
  });

  it("navigates to the provider’s page without scripts", async () => {
    const { email, page, posted } = await formFor(publication, provider, (route) => respond(route, 200), {
      javaScriptEnabled: false,
    });
    await email.fill(READER);
    await email.press("Enter");
    await page.getByText("The provider’s page").waitFor();
    expect(posted).toEqual([provider.fields]);
  });
});

describe("the form for any provider", () => {
  it("has a labelled field, a description of what signing up means, and a live region", async () => {
    const { page, email } = await formFor(publication, FORMSPREE, (route) => respond(route, 200));
    const consent = page.locator(`#${await email.getAttribute("aria-describedby")}`);
    expect(await consent.textContent()).toMatch(/By signing up you agree that EconoTimes sends you .* unsubscribe/);
    expect(await consent.isVisible()).toBe(true);
    expect(await page.getByRole("status").count()).toBe(1);
  });

  it("requires an address", async () => {
    const { posted, email, button } = await formFor(publication, FORMSPREE, (route) => respond(route, 200));
    for (const words of ["", "no address"]) {
      await email.fill(words);
      await button.click();
      expect(await email.evaluate((field) => field.matches(":focus:invalid"))).toBe(true);
    }
    expect(posted).toEqual([]);
  });

  it("hides its honeypot from view and keyboard, and labels it all the same", async () => {
    const { page, email } = await formFor(publication, FORMSPREE, (route) => respond(route, 200));
    const trap = page.getByLabel("Leave this field empty");
    const around = await trap.evaluate((field) => {
      const { width, height } = field.parentElement?.getBoundingClientRect() ?? {};
      return { width, height, overflow: field.parentElement && getComputedStyle(field.parentElement).overflow };
    });
    expect(around).toEqual({ width: 1, height: 1, overflow: "hidden" });
    await page.keyboard.press("Tab");
    expect(await email.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press("Shift+Tab");
    expect(await trap.evaluate((field) => field === document.activeElement)).toBe(false);
  });

  it("passes axe, before and after a failure", async () => {
    const { page, email, state } = await formFor(publication, FORMSPREE, (route) => respond(route, 500));
    expect(await axeViolations(page)).toEqual([]);
    await email.fill(READER);
    await email.press("Enter");
    await expect.poll(() => state.textContent()).toMatch(/^Something went wrong/);
    expect(await axeViolations(page)).toEqual([]);
  });
});

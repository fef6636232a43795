import { vi } from "vitest";
import { z } from "zod";
import type { BidiConnection, BidiEvent } from "./bidi.ts";

export interface FirefoxWindow {
  /** Failed requests, console errors and warnings, and policy violations, of which no page should have any. */
  readonly troubles: readonly string[];
  /** Goes to an address and waits until the page has loaded. */
  goTo(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page, which sees nothing but its arguments. They and what it gives are passed on as JSON. */
  run<Arguments extends readonly unknown[], Result>(
    script: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ): Promise<Result>;
  /** What the first such element says as it is shown; undefined where there is none. */
  text(selector: string): Promise<string | undefined>;
  /** Clicks on the first such element, where it is seen. */
  click(selector: string): Promise<void>;
  /** Presses what has this role and this name in the main part of the page, as soon as it is there. */
  press(role: "button" | "link", name: string): Promise<void>;
  /** Types into the first such field. */
  type(selector: string, words: string): Promise<void>;
  /** Takes the pages of the window offline. Requests of workers are not affected. */
  loseNetwork(): Promise<void>;
}

interface Locator {
  readonly type: "css" | "xpath";
  readonly value: string;
}

const PRESSED = { button: "button", link: "a" } as const;
const POLLING = { timeout: 30_000, interval: 50 };

const Created = z.object({ context: z.string() });
const Owned = z.object({ userContext: z.string() });
const Located = z.object({ nodes: z.array(z.object({ sharedId: z.string() })) });
const Returned = z.discriminatedUnion("type", [
  z.object({ type: z.literal("success"), result: z.object({ value: z.string().optional() }) }),
  z.object({ type: z.literal("exception"), exceptionDetails: z.object({ text: z.string() }) }),
]);
const Logged = z.object({
  level: z.string(),
  text: z.string().nullable(),
  source: z.object({ context: z.string().optional() }),
});
const Failed = z.object({ context: z.string().nullable(), request: z.object({ url: z.string() }), errorText: z.string() });

/** What Firefox says of a request that it has given up, since the reader has gone on. */
const GIVEN_UP = "NS_BINDING_ABORTED";

/** The events that report troubles. */
export const TROUBLE_EVENTS = ["log.entryAdded", "network.fetchError"];

/** Opens a window with a store of its own, in a browser where the troubles of all windows have been subscribed to. */
export async function openFirefoxWindow(browser: BidiConnection): Promise<FirefoxWindow> {
  const { userContext } = Owned.parse(await browser.send("browser.createUserContext", {}));
  const { context } = Created.parse(await browser.send("browsingContext.create", { type: "window", userContext }));
  await browser.send("browsingContext.setViewport", { context, viewport: { width: 1280, height: 800 } });
  const troubles: string[] = [];
  browser.listen((event) => troubles.push(...troublesOf(context, event)));
  const run = runIn(browser, context);
  const click = (locator: Locator) => clickOn(browser, context, locator);
  return {
    troubles,
    goTo: async (url) => void (await browser.send("browsingContext.navigate", { context, url, wait: "complete" })),
    reload: async () => void (await browser.send("browsingContext.reload", { context, wait: "complete" })),
    run,
    text: (selector) => run((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText, selector),
    click: (selector) => click({ type: "css", value: selector }),
    press: (role, name) => click({ type: "xpath", value: `//main//${PRESSED[role]}[normalize-space()=${JSON.stringify(name)}]` }),
    type: async (selector, words) => {
      await run((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
      const actions = [...words].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await browser.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
    },
    loseNetwork: async () => {
      await browser.send("emulation.setNetworkConditions", { contexts: [context], networkConditions: { type: "offline" } });
    },
  };
}

function troublesOf(windowId: string, { method, params }: BidiEvent): readonly string[] {
  if (method === "network.fetchError") {
    const { context, request, errorText } = Failed.parse(params);
    return context === windowId && errorText !== GIVEN_UP ? [`failed: ${request.url} ${errorText}`] : [];
  }
  const { level, text, source } = Logged.parse(params);
  return source.context === windowId && (level === "error" || level === "warn") ? [`console: ${text}`] : [];
}

function runIn(browser: BidiConnection, context: string): FirefoxWindow["run"] {
  return async (script, ...args) => {
    const returned = await browser.send("script.callFunction", {
      target: { context },
      functionDeclaration: `async (args) => JSON.stringify(await (${String(script)})(...JSON.parse(args)))`,
      arguments: [{ type: "string", value: JSON.stringify(args) }],
      awaitPromise: true,
    });
    const outcome = Returned.parse(returned);
    if (outcome.type === "exception") throw new Error(outcome.exceptionDetails.text);
    return outcome.result.value === undefined ? undefined : JSON.parse(outcome.result.value);
  };
}

async function clickOn(browser: BidiConnection, context: string, locator: Locator): Promise<void> {
  const element = await elementAt(browser, context, locator);
  await browser.send("script.callFunction", {
    target: { context },
    functionDeclaration: String(waitUntilIdle),
    arguments: [element],
    awaitPromise: true,
  });
  const there = { type: "pointerMove", x: 0, y: 0, origin: { type: "element", element } };
  const actions = [there, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
  await browser.send("input.performActions", { context, actions: [{ type: "pointer", id: "mouse", actions }] });
}

/** The first such element, which may still be on its way. */
async function elementAt(browser: BidiConnection, context: string, locator: Locator): Promise<{ sharedId: string }> {
  return vi.waitFor(async () => {
    const located = await browser.send("browsingContext.locateNodes", { context, locator, maxNodeCount: 1 });
    const [element] = Located.parse(located).nodes;
    if (!element) throw new Error(`No element is ${locator.value}.`);
    return element;
  }, POLLING);
}

/** Brings an element into view, and stays until it does not move any more: what comes above it would have the mouse miss it. */
async function waitUntilIdle(element: Element): Promise<void> {
  let idleFrames = 0;
  let before = Number.NaN;
  while (idleFrames < 3) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { top } = element.getBoundingClientRect();
    idleFrames = top === before ? idleFrames + 1 : 0;
    before = top;
  }
}

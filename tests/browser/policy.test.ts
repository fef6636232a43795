import { describe, expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { policyViolations, watchPolicy } from "./policy-violations.ts";
import { cards, field, settled, summary } from "./search-visit.ts";
import { servePublication, type Visit } from "./visit.ts";

/** A visit that records what the policy blocks. */
async function watched(visit: Visit): Promise<Visit> {
  await watchPolicy(visit.page);
  return visit;
}

describe("under the policy of a host, a publication at /a/b/", () => {
  const publication = servePublication("/a/b/");

  it("searches by the search page, with its filters", async () => {
    const { page, troubles, goTo } = await watched(await publication.tab());
    await goTo("search/");
    await field(page).pressSequentially("trade");
    await settled(page);
    await page.getByRole("main").getByText("Politics", { exact: true }).first().click();
    await page.waitForURL(/section=politics/);
    await summary(page).getByText("for “trade”").waitFor();
    await settled(page);
    await cards(page).first().getByRole("heading").getByRole("link").click();
    await page.getByText(/match(?:es)? for “/).waitFor();
    expect(await policyViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});

describe("under the policy of a host", () => {
  const publication = servePublication();

  it("every page is answered with the whole of it, and the worker too", async () => {
    const { page, goTo } = await publication.tab();
    const policies = new Map<string, string>();
    page.on("response", (response) => {
      policies.set(new URL(response.url()).pathname, response.headers()["content-security-policy"] ?? "none");
    });
    await goTo("search/?q=brent");
    await cards(page).first().waitFor();
    expect([...policies.keys()].some((path) => path.includes("search-worker"))).toBe(true);
    expect([...new Set(policies.values())]).toHaveLength(1);
    for (const part of ["default-src 'none'", "require-trusted-types-for 'script'", "trusted-types econotimes-worker"]) {
      expect([...policies.values()][0]?.split("; ")).toContain(part);
    }
  });

  it("the dialogs, the menu and the choice of colours work", async () => {
    const { page, troubles, goTo } = await watched(await publication.tab());
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Newsletter" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").or(dialog.getByRole("combobox")).first().pressSequentially("brent");
    await dialog.getByText("Brent").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator("summary", { hasText: "Menu" }).click();
    await page.getByRole("radio", { name: "Dark" }).check();
    expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe("dark");
    expect(await policyViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("charts show the figures at their cursor and tables can be sorted", async () => {
    const { page, troubles, goTo } = await watched(await publication.tab());
    await goTo("market-data/brent/");
    await page.locator("figure.chart").filter({ visible: true }).getByRole("slider").press("ArrowLeft");
    await page.locator(".chart-cursor").filter({ visible: true }).waitFor();
    await goTo("market-data/");
    await page.getByRole("button", { name: "Latest" }).first().click();
    expect(await page.locator("th[aria-sort]").count()).toBe(1);
    expect(await policyViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("nothing is taken for HTML, for a script or for a worker that the site has not vouched for", async () => {
    const { page, goTo } = await watched(await publication.tab());
    await goTo(STORY);
    const attempts = await page.evaluate(async () => {
      const tried = (attempt: () => unknown): string => {
        try {
          attempt();
          return "done";
        } catch (error) {
          return error instanceof Error ? error.name : "thrown";
        }
      };
      const inline = document.createElement("script");
      const policy = (name: string) => globalThis.trustedTypes?.createPolicy(name, { createScriptURL: (address) => address });
      return {
        innerHTML: tried(() => (document.body.innerHTML = "<p>x</p>")),
        insertAdjacentHTML: tried(() => document.body.insertAdjacentHTML("beforeend", "<p>x</p>")),
        write: tried(() => document.write("<p>x</p>")),
        srcdoc: tried(() => (document.createElement("iframe").srcdoc = "<p>x</p>")),
        scriptText: tried(() => (inline.text = "window.ran = true")),
        scriptAddress: tried(() => (inline.src = "/other.js")),
        worker: tried(() => new Worker("/other.js")),
        handler: tried(() => document.body.setAttribute("onclick", "window.ran = true")),
        timer: tried(() => setTimeout("window.ran = true")),
        policy: tried(() => policy("another")),
        dialogs: document.querySelectorAll("dialog").length,
      };
    });
    const { dialogs, ...refused } = attempts;
    expect(Object.entries(refused).filter(([, outcome]) => outcome === "done")).toEqual([]);
    expect(dialogs).toBeGreaterThan(0);
    expect((await policyViolations(page)).length).toBeGreaterThanOrEqual(8);
  });

  it("a script within the page does not run, nor does an address that is one, and nothing comes from or goes to another host", async () => {
    const { page, goTo } = await watched(await publication.tab());
    await page.route(`**/${STORY}`, async (route) => {
      const response = await route.fetch();
      const injected =
        '<script>window.ran = "inline"</script><img src="data:," onerror="window.ran = \'handler\'">' +
        '<a id="bad" href="javascript:void(window.ran=1)">x</a><p id="styled" style="color: red">x</p>' +
        '<iframe src="https://example.org/"></iframe><form id="form" action="https://example.org/"></form>' +
        '<img src="https://example.org/x.png"><script src="https://example.org/x.js"></script><base href="https://example.org/">';
      const body = (await response.text()).replace('<main id="page_content"', `${injected}$&`);
      await route.fulfill({ response, body });
    });
    await goTo(STORY);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("#bad")?.click();
      document.querySelector<HTMLFormElement>("#form")?.submit();
    });
    await expect.poll(() => policyViolations(page).then(({ length }) => length)).toBeGreaterThanOrEqual(9);
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(
      await page.evaluate(() => document.querySelector<HTMLElement>("#styled")?.computedStyleMap().get("color")?.toString()),
    ).not.toBe("rgb(255, 0, 0)");
    const directivesViolated = (await policyViolations(page)).map((violation) => violation.split(":")[0]);
    const directives = [
      "script-src-elem",
      "script-src-attr",
      "style-src-attr",
      "default-src",
      "img-src",
      "base-uri",
      "form-action",
    ];
    expect(new Set(directivesViolated)).toEqual(new Set(directives.map((name) => (name === "default-src" ? "frame-src" : name))));
  });
});

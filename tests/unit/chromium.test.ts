import { describe, expect, it } from "vitest";
import { findChromium, findHeadlessShell, type Machine } from "../browser/chromium.ts";

const PLAYWRIGHTS = "/home/reader/.cache/playwright/chrome";

interface Environment {
  readonly path?: string;
  readonly programs?: readonly string[];
  readonly debian?: boolean;
  /** The program that a command leaves behind; a command that is not here fails. */
  readonly leaves?: Readonly<Record<string, string>>;
}

/** A machine that exists in words only, and the commands that were run on it. */
function machine({ path, programs = [], debian = false, leaves = {} }: Environment) {
  const present = new Set(programs);
  const commands: string[] = [];
  const described: Machine = {
    environment: { CHROMIUM_PATH: path },
    installsDebianPackages: debian,
    playwrightsChromium: PLAYWRIGHTS,
    isProgram: (file) => present.has(file),
    onThePath: (command) => [...present].find((program) => program === `/usr/bin/${command}`),
    run: (...words) => {
      const command = words.join(" ");
      commands.push(command);
      const program = leaves[command];
      if (program) present.add(program);
      return program !== undefined;
    },
  };
  return { described, commands };
}

const UPDATE = "apt-get update";
const INSTALL = "apt-get install -y chromium";
const PLAYWRIGHT_INSTALL = "npx playwright-core install chromium";

describe("the search for a browser", () => {
  it("takes the program that CHROMIUM_PATH names before any other", () => {
    const { described } = machine({ path: "/opt/mine", programs: ["/opt/mine", "/usr/bin/chromium", PLAYWRIGHTS] });
    expect(findChromium(described)).toBe("/opt/mine");
  });

  it("refuses a CHROMIUM_PATH that is not a program instead of taking another browser", () => {
    const { described } = machine({ path: "/opt/gone", programs: ["/usr/bin/chromium"] });
    expect(() => findChromium(described)).toThrow("CHROMIUM_PATH is /opt/gone, which is not a program.");
  });

  it.each(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])(
    "takes %s from the PATH before Playwright’s own",
    (command) => {
      const { described, commands } = machine({ programs: [PLAYWRIGHTS, `/usr/bin/${command}`], debian: true });
      expect(findChromium(described)).toBe(`/usr/bin/${command}`);
      expect(commands).toEqual([]);
    },
  );

  it("takes the Chromium that Playwright has before installing one", () => {
    const { described, commands } = machine({ programs: [PLAYWRIGHTS], debian: true });
    expect(findChromium(described)).toBe(PLAYWRIGHTS);
    expect(commands).toEqual([]);
  });

  it("installs Debian’s package as root on Debian, with fresh lists", () => {
    const { described, commands } = machine({ debian: true, leaves: { [UPDATE]: "lists", [INSTALL]: "/usr/bin/chromium" } });
    expect(findChromium(described)).toBe("/usr/bin/chromium");
    expect(commands).toEqual([UPDATE, INSTALL]);
  });

  it("lets Playwright install one where apt-get fails", () => {
    const { described, commands } = machine({ debian: true, leaves: { [PLAYWRIGHT_INSTALL]: PLAYWRIGHTS } });
    expect(findChromium(described)).toBe(PLAYWRIGHTS);
    expect(commands).toEqual([UPDATE, PLAYWRIGHT_INSTALL]);
  });

  it("leaves apt-get alone on other machines", () => {
    const { described, commands } = machine({ leaves: { [PLAYWRIGHT_INSTALL]: PLAYWRIGHTS } });
    expect(findChromium(described)).toBe(PLAYWRIGHTS);
    expect(commands).toEqual([PLAYWRIGHT_INSTALL]);
  });

  it("says what to do where nothing leads to a browser", () => {
    const { described } = machine({ debian: true });
    expect(() => findChromium(described)).toThrow(/Install Chromium or Google Chrome .* CHROMIUM_PATH/);
  });
});

describe("the search for a headless shell", () => {
  const SHELL = "/usr/bin/chromium-headless-shell";
  const INSTALL_SHELL = "apt-get install -y chromium-headless-shell";

  it("takes the program that CHROMIUM_PATH names before any other", () => {
    const { described } = machine({ path: "/opt/mine", programs: ["/opt/mine", SHELL] });
    expect(findHeadlessShell(described)).toBe("/opt/mine");
  });

  it("takes that of the PATH before a whole Chromium", () => {
    const { described, commands } = machine({ programs: ["/usr/bin/chromium", SHELL], debian: true });
    expect(findHeadlessShell(described)).toBe(SHELL);
    expect(commands).toEqual([]);
  });

  it("installs Debian’s package as root on Debian", () => {
    const leaves = { [UPDATE]: "lists", [INSTALL_SHELL]: SHELL };
    const { described, commands } = machine({ programs: ["/usr/bin/chromium"], debian: true, leaves });
    expect(findHeadlessShell(described)).toBe(SHELL);
    expect(commands).toEqual([UPDATE, INSTALL_SHELL]);
  });

  it("falls back to a whole Chromium", () => {
    const { described, commands } = machine({ programs: ["/usr/bin/chromium"] });
    expect(findHeadlessShell(described)).toBe("/usr/bin/chromium");
    expect(commands).toEqual([]);
  });
});

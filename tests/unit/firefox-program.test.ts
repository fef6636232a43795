import { describe, expect, it } from "vitest";
import { findFirefox } from "../browser/firefox-program.ts";

interface Environment {
  readonly path?: string;
  readonly programs?: readonly string[];
  readonly debian?: boolean;
  /** The program that installing leaves behind; without it, the installation fails. */
  readonly leaves?: string;
}

/** A machine that exists in words only, and the commands that were run on it. */
function machine({ path, programs = [], debian = false, leaves }: Environment) {
  const present = new Set(programs);
  const commands: string[] = [];
  const described = {
    environment: { FIREFOX_PATH: path },
    installsDebianPackages: debian,
    isProgram: (file: string) => present.has(file),
    onThePath: (command: string) => [...present].find((program) => program === `/usr/bin/${command}`),
    run: (...words: readonly string[]) => {
      commands.push(words.join(" "));
      if (leaves !== undefined && words.includes("install")) present.add(leaves);
      return leaves !== undefined;
    },
  };
  return { described, commands };
}

describe("the search for a Firefox", () => {
  it("takes the program that FIREFOX_PATH names before any other", () => {
    const { described } = machine({ path: "/opt/mine", programs: ["/opt/mine", "/usr/bin/firefox-esr"] });
    expect(findFirefox(described)).toBe("/opt/mine");
  });

  it("refuses a FIREFOX_PATH that is not a program instead of taking another browser", () => {
    const { described } = machine({ path: "/opt/gone", programs: ["/usr/bin/firefox"] });
    expect(() => findFirefox(described)).toThrow("FIREFOX_PATH is /opt/gone, which is not a program.");
  });

  it.each(["firefox-esr", "firefox"])("takes %s from the PATH and installs nothing", (command) => {
    const { described, commands } = machine({ programs: [`/usr/bin/${command}`], debian: true });
    expect(findFirefox(described)).toBe(`/usr/bin/${command}`);
    expect(commands).toEqual([]);
  });

  it("installs Debian’s package as root on Debian, with fresh lists", () => {
    const { described, commands } = machine({ debian: true, leaves: "/usr/bin/firefox-esr" });
    expect(findFirefox(described)).toBe("/usr/bin/firefox-esr");
    expect(commands).toEqual(["apt-get update", "apt-get install -y firefox-esr"]);
  });

  it("finds none where it cannot be installed, and leaves apt-get alone on other machines", () => {
    expect(findFirefox(machine({ debian: true }).described)).toBeUndefined();
    const { described, commands } = machine({});
    expect(findFirefox(described)).toBeUndefined();
    expect(commands).toEqual([]);
  });
});

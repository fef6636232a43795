import { describe, expect, it } from "vitest";
import { SERVERS } from "../site/host-servers.ts";
import { findServer } from "../site/run-server.ts";

/** A fake machine with the programs on its PATH, and the one that an installation adds. */
function machine({ there = [], debian = false, leaves }: { there?: readonly string[]; debian?: boolean; leaves?: string }) {
  const present = new Set(there);
  const commands: string[] = [];
  const described = {
    installsDebianPackages: debian,
    isProgram: (file: string) => present.has(file),
    onThePath: (command: string) => [...present].find((program) => program === `/usr/bin/${command}`),
    run: (...words: readonly string[]) => {
      commands.push(words.join(" "));
      if (words.includes("install") && leaves) present.add(leaves);
      return true;
    },
  };
  return { described, commands };
}

describe("the search for a server", () => {
  it.each(["/usr/bin/nginx", "/usr/sbin/nginx"])("takes %s and installs nothing", (program) => {
    const { described, commands } = machine({ there: [program], debian: true });
    expect(findServer(SERVERS.nginx, described)).toBe(program);
    expect(commands).toEqual([]);
  });

  it("installs the package as root on Debian, after updating the package lists", () => {
    const { described, commands } = machine({ debian: true, leaves: "/usr/sbin/apache2" });
    expect(findServer(SERVERS.Apache, described)).toBe("/usr/sbin/apache2");
    expect(commands[0]).toBe("apt-get update");
    expect(commands[1]).toMatch(/apt-get install -y --no-install-recommends apache2-bin$/);
  });

  it("installs nothing on other machines", () => {
    const { described, commands } = machine({});
    expect(findServer(SERVERS.Caddy, described)).toBeUndefined();
    expect(commands).toEqual([]);
  });
});

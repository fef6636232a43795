import { installFromDebian, type Machine } from "./chromium.ts";

const COMMANDS = ["firefox-esr", "firefox"];

/**
 * Finds a Firefox, and installs Debian's where there is none and that can be done. Undefined where there is no way to one.
 *
 * @throws where FIREFOX_PATH is wrong
 */
export function findFirefox(machine: Omit<Machine, "playwrightsChromium">): string | undefined {
  const { FIREFOX_PATH: named } = machine.environment;
  if (named) {
    if (machine.isProgram(named)) return named;
    throw new Error(`FIREFOX_PATH is ${named}, which is not a program. Set it to that of a Firefox, or unset it.`);
  }
  const found = COMMANDS.map((command) => machine.onThePath(command)).find((program) => program !== undefined);
  return found ?? installFromDebian(machine, "firefox-esr");
}

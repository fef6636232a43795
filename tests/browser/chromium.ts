/** What looking for a browser asks of the machine. */
export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether packages may be installed with apt-get: Debian, and run as root. */
  readonly installsDebianPackages: boolean;
  /** Where Playwright keeps its own Chromium, be it there or not. */
  readonly playwrightsChromium: string;
  isProgram(file: string): boolean;
  /** The whole path of a command, from the folders of PATH. */
  onThePath(command: string): string | undefined;
  /** Runs a command to its end. Whether it succeeded. */
  run(command: string, ...args: readonly string[]): boolean;
}

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The ways to a browser, those that change nothing on the machine first. */
const WAYS: readonly ((machine: Machine) => string | undefined)[] = [
  named,
  onThePath,
  playwrights,
  installedFromDebian,
  installedByPlaywright,
];

/**
 * Finds a Chromium, and installs one where there is none.
 *
 * @throws where CHROMIUM_PATH is wrong, or where no way leads to a browser
 */
export function findChromium(machine: Machine): string {
  for (const way of WAYS) {
    const program = way(machine);
    if (program !== undefined) return program;
  }
  throw new Error(
    "No Chromium was found, and none could be installed. Install Chromium or Google Chrome and put it on the PATH, " +
      "or name its program in the environment variable CHROMIUM_PATH.",
  );
}

const HEADLESS_SHELL = "chromium-headless-shell";

/**
 * Finds Chromium's headless shell: the engine without the windows around it, which costs half the processor time. Without
 * one, any Chromium.
 *
 * @throws as `findChromium` does
 */
export function findHeadlessShell(machine: Machine): string {
  const isNamed = Boolean(machine.environment.CHROMIUM_PATH);
  const shell = isNamed ? undefined : (machine.onThePath(HEADLESS_SHELL) ?? installFromDebian(machine, HEADLESS_SHELL));
  return shell ?? findChromium(machine);
}

function named({ environment: { CHROMIUM_PATH: program }, isProgram }: Machine): string | undefined {
  if (!program) return undefined;
  if (isProgram(program)) return program;
  throw new Error(`CHROMIUM_PATH is ${program}, which is not a program. Set it to that of a Chromium, or unset it.`);
}

function onThePath(machine: Machine): string | undefined {
  return COMMANDS.map((command) => machine.onThePath(command)).find((program) => program !== undefined);
}

function playwrights({ playwrightsChromium, isProgram }: Machine): string | undefined {
  return isProgram(playwrightsChromium) ? playwrightsChromium : undefined;
}

function installedFromDebian(machine: Machine): string | undefined {
  return installFromDebian(machine, "chromium");
}

/** Every browser's package is named after its command. */
export function installFromDebian(
  machine: Pick<Machine, "installsDebianPackages" | "run" | "onThePath">,
  name: string,
): string | undefined {
  if (!machine.installsDebianPackages) return undefined;
  const isInstalled = machine.run("apt-get", "update") && machine.run("apt-get", "install", "-y", name);
  return isInstalled ? machine.onThePath(name) : undefined;
}

function installedByPlaywright(machine: Machine): string | undefined {
  return machine.run("npx", "playwright-core", "install", "chromium") ? playwrights(machine) : undefined;
}

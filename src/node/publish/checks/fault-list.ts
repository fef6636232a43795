import { formatOutputDiagnostic, type OutputDiagnostic } from "./output-fault.ts";

/** One fault of a template is on every page made from it: the first few tell enough. */
const TOLD_OF_A_SUBJECT = 10;
const SUBJECTS_TOLD = 100;

interface Subject {
  readonly faults: OutputDiagnostic[];
  /** How many more there are of the same. */
  more: number;
}

/** Collects faults by what they are about, so that ten thousand of the same fill neither the memory nor the screen. */
export class FaultList {
  readonly #subjects = new Map<string, Subject>();
  #count = 0;
  #untold = 0;

  /** All faults, including those that are not told. */
  get count(): number {
    return this.#count;
  }

  /**
   * Adds a fault.
   *
   * @param subject faults with the same one are of the same kind, or have the same cause
   */
  add(subject: string, fault: OutputDiagnostic): void {
    this.#count += 1;
    const known = this.#subjects.get(subject);
    if (!known && this.#subjects.size === SUBJECTS_TOLD) this.#untold += 1;
    else if (!known) this.#subjects.set(subject, { faults: [fault], more: 0 });
    else if (known.faults.length < TOLD_OF_A_SUBJECT) known.faults.push(fault);
    else known.more += 1;
  }

  /** Adds faults of a known subject that need not be told one by one. */
  addUntold(subject: string, times: number): void {
    this.#count += times;
    const known = this.#subjects.get(subject);
    if (known) known.more += times;
    else this.#untold += times;
  }

  /** A line for each fault, and for those that are one too many. */
  lines(): readonly string[] {
    const lines = [...this.#subjects.values()].flatMap(linesOf);
    return this.#untold > 0 ? [...lines, `… and ${this.#untold.toLocaleString("en")} more faults`] : lines;
  }
}

function linesOf({ faults, more }: Subject): readonly string[] {
  const told = faults.map(formatOutputDiagnostic);
  return more > 0 ? [...told, `… and ${more.toLocaleString("en")} more of the same`] : told;
}

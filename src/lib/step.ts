/** A step under way: it says how much is to come and how far it is. */
export interface Step {
  expect(total: number): void;
  advance(by?: number): void;
  /** A word to tell with the step's end. */
  note(text: string): void;
}

/** Runs the steps of a build, and reports each. */
export interface Steps {
  /** Runs one step; rejects where `run` does. */
  step<T>(name: string, run: (step: Step) => Promise<T>): Promise<T>;
}

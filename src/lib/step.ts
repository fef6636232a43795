/** Reports how far a task is. */
export interface Progress {
  expect(total: number): void;
  advance(by?: number): void;
}

/** A running step of a build. */
export interface Step extends Progress {
  /** Adds a remark to the line that reports the step. */
  note(text: string): void;
}

/** Runs the steps of a build, and reports each. */
export interface Steps {
  /** @throws what `run` throws */
  step<T>(name: string, run: (step: Step) => Promise<T>): Promise<T>;
}

import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Runs the dearest files first, so that all workers end at about the same time: Vitest's own order, by how long files
 * took when they last ran, or else by size; but those of `unit/` last, since they are short.
 */
export class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isUnit = ({ moduleId }: TestSpecification): boolean => moduleId.includes("/unit/");
    return (await super.sort(files)).sort((a, b) => Number(isUnit(a)) - Number(isUnit(b)));
  }
}

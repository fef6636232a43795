import { inject } from "vitest";
import { describeRandomFigures } from "../unit/bound-fuzz.ts";

describeRandomFigures(3_000, `${inject("seed")} `);

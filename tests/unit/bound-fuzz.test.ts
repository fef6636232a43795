import { describeRandomFigures } from "./bound-fuzz.ts";

describeRandomFigures(400);

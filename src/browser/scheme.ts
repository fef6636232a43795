import { applyScheme, storedScheme } from "./colour-scheme.ts";

applyScheme(storedScheme() ?? "");

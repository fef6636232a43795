import { applyScheme, rememberedScheme } from "./remembered-scheme.ts";

applyScheme(rememberedScheme());

import type { SourceName } from "../series.ts";
import { ecb } from "./ecb.ts";
import { eia } from "./eia.ts";
import { fred } from "./fred.ts";
import type { Source } from "./source.ts";

/** The sources that figures can be fetched from. */
export const SOURCES: Readonly<Record<SourceName, Source>> = { fred, eia, ecb };

/** Compiles src/ to dist/ for the published package. */
import { fileURLToPath } from "node:url";
import { compileInto, typesInto } from "./package.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
compileInto(dist);
typesInto(dist);

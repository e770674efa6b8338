/** Compiles src/ to dist/ for the published package. */
import { fileURLToPath } from "node:url";
import { compileInto } from "./package.ts";

compileInto(fileURLToPath(new URL("../dist", import.meta.url)));

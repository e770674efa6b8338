/** Starts thread.ts in a checkout: threads do not inherit tsx from the program that starts them. */
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("../../../tsconfig.json", import.meta.url));
register();
await import("./thread.ts");

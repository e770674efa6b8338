/** Starts worker.ts: threads do not inherit tsx from the program that starts them. */
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");

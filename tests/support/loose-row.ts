import { z } from "zod";

/** A row of whatever a test asks for. */
export const looseRow = z.record(z.string(), z.unknown());

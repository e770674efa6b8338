interface Told {
  faults: readonly { where: { file: string }; must: string; found: string; fix: string }[];
}

/** What came of an input. */
export type Outcome =
  | { is: "ok" }
  | { is: "built" }
  | { is: "fault"; found: string }
  /** A fault that leaves out its place, or what to do. */
  | { is: "bare fault"; found: string }
  /** Exit 70 of the command line. */
  | { is: "bug"; found: string }
  /** The process ended, or had to be ended. */
  | { is: "abort"; found: string };

/** Runs a command and says what came of it. */
export async function outcomeOf(act: () => Promise<unknown>): Promise<Outcome> {
  try {
    await act();
    return { is: "ok" };
  } catch (error) {
    if (!(error instanceof Error)) return { is: "bug", found: String(error) };
    if (error.name === "UsageError") return { is: "fault", found: error.message };
    if (error.name !== "UserError") return { is: "bug", found: error.stack ?? error.message };
    const { faults } = error as Error & Told;
    const bare = faults.find(({ where, must, found, fix }) =>
      [where.file, must, found, fix].some((text) => text.trim() === ""),
    );
    return bare === undefined && faults.length > 0
      ? { is: "fault", found: faults[0]!.must }
      : { is: "bare fault", found: JSON.stringify(bare) };
  }
}

import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one line that any log reader can count, "N passed, N failed, N skipped", after naming what it left out. */
export default class ClosingLine implements Reporter {
  readonly #left: readonly string[];

  constructor({ left = [] }: { left?: readonly string[] } = {}) {
    this.#left = left;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((one) => one === state).length;
    const broken = modules.filter((module) => module.state() === "failed" && module.errors().length > 0).length;
    const failed = count("failed") + broken + errors.length;
    if (this.#left.length > 0) process.stdout.write(`\nLeft to npm run test:all: ${this.#left.join(", ")}\n`);
    process.stdout.write(`\n${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped\n`);
  }
}

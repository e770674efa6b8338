/** What comes later, and those who say that it came. Whoever waits for it hears of a failure; nobody need wait. */
export interface Promised<Value> {
  promise: Promise<Value>;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

export function promised<Value>(): Promised<Value> {
  let settle: Omit<Promised<Value>, "promise">;
  const promise = new Promise<Value>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { ...settle!, promise: unwatched(promise) };
}

/** The same promise, of which nobody need hear that it failed. */
export function unwatched<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

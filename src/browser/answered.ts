/** Longer than the slowest disk takes. */
const PATIENCE_MILLISECONDS = 20_000;

/** What the browser promised, or a rejection when it doesn't answer in time: some never do. */
export function answered<T>(
  promised: Promise<T>,
  milliseconds: number = PATIENCE_MILLISECONDS,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooLate = () => reject(new DOMException('the browser does not answer', 'TimeoutError'));
    const timer = setTimeout(tooLate, milliseconds);
    promised.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

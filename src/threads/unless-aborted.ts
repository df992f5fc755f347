/** The answer, unless the signal is aborted first; an answer that comes all the same goes to `drop`. */
export function unlessAborted<T>(
  answer: Promise<T>,
  signal: AbortSignal | null,
  drop: (late: T) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    answer
      .then((value) => {
        if (signal?.aborted) drop(value);
        resolve(value);
      }, reject)
      .finally(() => signal?.removeEventListener('abort', abort));
  });
}

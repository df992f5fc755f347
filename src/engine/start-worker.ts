/** For the app, whose build finds the script by this line. */
export function startEngineWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}

/** Not in TypeScript's types, as only Chromium has it. */
interface Connected extends Navigator {
  readonly connection?: { readonly saveData?: boolean };
}

/** The person asks sites to load little, by a setting of the browser or of the system. */
export function savesData(): boolean {
  const { connection }: Connected = navigator;
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

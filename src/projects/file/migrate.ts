/** What turns a `project.json` of one version into one of the next, by the version it is of. */
export type Migrations = Readonly<Record<number, (json: object) => object>>;

/** Version 1 is the first; the next one says what reviewers say, of which the first knows nothing. */
const MIGRATIONS: Migrations = { 1: (json) => json };

/** A `project.json` of an older version as the present one; whether it is sound is seen afterwards. */
export function migrated(json: object, to: number, migrations = MIGRATIONS): unknown {
  const version = 'version' in json ? json.version : null;
  if (typeof version !== 'number' || version >= to) return json;
  const next = migrations[version];
  if (!next) return json;
  return migrated({ ...next(json), version: version + 1 }, to, migrations);
}

/** A project's records as the database has them: whether they are what they should be is not known yet. */
export interface FoundRecords {
  readonly projects: readonly unknown[];
  readonly lists: readonly unknown[];
  readonly photos: readonly unknown[];
  readonly objects: readonly unknown[];
  readonly proposals: readonly unknown[];
  readonly history: readonly unknown[];
  readonly stepParts: readonly unknown[];
}

interface FoundRecord {
  readonly store: keyof FoundRecords;
  readonly value: unknown;
}

/** A record that can't be used, and why. */
export interface BrokenRecord extends FoundRecord {
  readonly problem: string;
}

/** Whatever else is wrong with a record, the database found its key in it. */
export function keyOf({ store, value }: FoundRecord): unknown {
  const { id, projectId, photoId, object, number, part } = Object(value);
  switch (store) {
    case 'projects':
      return id;
    case 'lists':
      return projectId;
    case 'photos':
    case 'proposals':
      return [projectId, photoId];
    case 'objects':
      return [projectId, photoId, object.id];
    case 'history':
      return [projectId, number];
    case 'stepParts':
      return [projectId, number, part];
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../fixtures');

/** A small file of src/photo/fixtures (made by training/samples/make_fixtures.py). */
export function readFixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

export function fixtureNames(): string[] {
  return readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));
}

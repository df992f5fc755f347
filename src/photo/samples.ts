const FOLDER = `${import.meta.env.BASE_URL}samples/`;

/** A photo that comes with the page; every field but the addresses is as in the manifest, in English. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  /** What is hard about it: 'clear', 'dark', 'noisy' and so on. */
  readonly condition: string;
  /** The picture that it was made of; several samples are one. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly url: string;
  readonly thumbnailUrl: string;
  readonly author: string;
  readonly licence: string;
  readonly sourceUrl: string;
}

/** Reads the manifest. Throws when it is missing or not as expected: the page was built wrongly. */
export async function loadSamples(): Promise<Sample[]> {
  const response = await fetch(`${FOLDER}manifest.json`);
  if (!response.ok) throw new Error(`samples/manifest.json: HTTP ${response.status}`);
  return parseSamples(await response.json(), FOLDER);
}

/** `folder` comes before each file name. */
export function parseSamples(manifest: unknown, folder: string): Sample[] {
  if (!Array.isArray(manifest)) throw new TypeError('samples/manifest.json: not a list');
  return manifest.map((entry: unknown, index) => {
    const text = (key: string) => field(entry, index, key, 'string');
    const number = (key: string) => field(entry, index, key, 'number');
    return {
      id: text('id'),
      title: text('title'),
      condition: text('condition'),
      source: text('source'),
      width: number('width'),
      height: number('height'),
      url: folder + text('file'),
      thumbnailUrl: folder + text('thumbnail'),
      author: text('author'),
      licence: text('licence'),
      sourceUrl: text('sourceUrl'),
    };
  });
}

/** Samples of one picture together, the clear one first; pictures of which there are several come first. */
export function samplesByPicture(samples: readonly Sample[]): readonly (readonly Sample[])[] {
  const isClear = ({ condition }: Sample) => condition === 'clear';
  const pictures = [...new Set(samples.map(({ source }) => source))].map((picture) => {
    const made = samples.filter(({ source }) => source === picture);
    return [...made.filter(isClear), ...made.filter((sample) => !isClear(sample))];
  });
  const isSeveral = ({ length }: readonly Sample[]) => length > 1;
  return [...pictures.filter(isSeveral), ...pictures.filter((made) => !isSeveral(made))];
}

interface FieldTypes {
  string: string;
  number: number;
}

function field<T extends keyof FieldTypes>(
  entry: unknown,
  index: number,
  key: string,
  type: T,
): FieldTypes[T] {
  const value: unknown = Object(entry)[key];
  // The compiler doesn't connect what `typeof` says with a type chosen by name.
  if (typeof value === type) return value as FieldTypes[T];
  throw new TypeError(`samples/manifest.json: ${key} of entry ${index} is not a ${type}`);
}

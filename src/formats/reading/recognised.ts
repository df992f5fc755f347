import * as v from 'valibot';

/** Endings of files of labels that are not read here, and what they are called. */
const BY_ENDING: readonly (readonly [RegExp, string])[] = [
  [/\.(tfrecords?|record)(-\d+-of-\d+)?$/i, 'TFRecord'],
  [/\.(h5|hdf5)$/i, 'HDF5'],
  [/\.(npy|npz)$/i, 'NumPy'],
  [/\.(pkl|pickle)$/i, 'pickle'],
  [/\.mat$/i, 'MATLAB'],
  [/\.parquet$/i, 'Parquet'],
  [/\.(jsonl|ndjson|manifest)$/i, 'JSONL'],
  [/\.geojson$/i, 'GeoJSON'],
  [/\.(nii|nii\.gz|nrrd|mha)$/i, 'NIfTI'],
  [/\.(dcm|dicom)$/i, 'DICOM'],
  [/\.rec$/i, 'RecordIO'],
  [/\.(tar|tgz|tar\.gz|tar\.bz2|tar\.xz|gz|bz2|xz|7z|rar|zst)$/i, 'TAR/GZIP/7Z/RAR'],
  [/\.(mp4|avi|mov|mkv|webm)$/i, 'MP4/AVI/MOV'],
];

/** Names a file that is not read, by its ending; null: it is nothing that is known. */
export function fileFormat(path: string): string | null {
  return BY_ENDING.find(([ending]) => ending.test(path))?.[1] ?? null;
}

const List = v.array(v.unknown());
const Any = v.looseObject({});

/** In lists of one item a photo, the item. */
const JSON_FORMATS: readonly (readonly [v.GenericSchema, string])[] = [
  [v.object({ type: v.literal('FeatureCollection'), features: List }), 'GeoJSON'],
  [v.object({ videos: List, annotations: List }), 'YouTube-VIS'],
  [v.object({ metadata: Any, file: Any, view: Any, attribute: Any }), 'VIA-3'],
  [v.object({ item: Any, annotations: List }), 'V7-Darwin'],
  [v.object({ imgWidth: v.number(), imgHeight: v.number(), objects: List }), 'Cityscapes-JSON'],
  [v.object({ data_row: Any, projects: Any }), 'Labelbox'],
  [v.object({ name: v.string(), labels: List }), 'BDD100K'],
  [v.object({ name: v.string(), frames: List }), 'BDD100K'],
  [v.object({ database: Any }), 'ActivityNet'],
];

/** What tools keep beside the labels, and that says nothing of objects. */
const NOTHING: readonly v.GenericSchema[] = [
  v.strictObject({ categories: List, info: v.optional(v.unknown()) }),
];

/** Names JSON that is not read; `nothing`: it belongs to a data set without saying anything of objects. */
export function jsonFormat(json: unknown): string | 'nothing' | null {
  if (NOTHING.some((schema) => v.is(schema, json))) return 'nothing';
  const item: unknown = Array.isArray(json) ? json[0] : json;
  return JSON_FORMATS.find(([schema]) => v.is(schema, item))?.[1] ?? null;
}

const WORD = String.raw`[^\s\d][^\s]*`;
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[-+]?\d+)?`;

const TEXT_FORMATS: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      String.raw`^${WORD} ${NUMBER} -?\d (?:${NUMBER} ){11}${NUMBER}(?: ${NUMBER})?$`,
      'i',
    ),
    'KITTI',
  ],
  [new RegExp(String.raw`^\d+,-?\d+,(?:${NUMBER},){4}`, 'i'), 'MOT'],
];

/** Names label text that is not read, by its first line. */
export function textFormat(text: string): string | null {
  const line = text.trimStart().split(/\r?\n/, 1)[0]?.trim() ?? '';
  return TEXT_FORMATS.find(([pattern]) => pattern.test(line.slice(0, 500)))?.[1] ?? null;
}

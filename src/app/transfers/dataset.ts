import type { Review } from '../../document/review.ts';
import type { DocumentState, MaskObject, PhotoEntry } from '../../document/types.ts';
import { colorFromHex } from '../../formats/classes/colors.ts';
import { largestId, repeatedIds } from '../../formats/coco/ids.ts';
import {
  type CocoId,
  type DatasetClass,
  type DatasetHead,
  type DatasetPhoto,
  type PhotoLabels,
  type Rgb,
  UNNAMED_CLASS,
} from '../../formats/dataset.ts';
import { FORMATS, type FormatId } from '../../formats/formats.ts';
import type { ExportRequest } from '../../formats/protocol.ts';
import { fitsXml } from '../../formats/text/xml.ts';
import { isBlank } from '../../report/quality.ts';
import type { PhotoFigures } from '../../report/report.ts';
import { objectsOf } from '../state/questions.ts';
import type { ViewState } from '../state/view.ts';
import type { ExportChoice, Scope } from './transfers.ts';

/** Colour of objects without a class in data sets. */
const GREY: Rgb = [156, 163, 175];

/** The document's photos as a data set; the other way is in taking.ts. */
export interface DocumentDataset {
  readonly head: DatasetHead;
  readonly photos: readonly PhotoEntry[];
  labelsOf(photoId: string): PhotoLabels;
}

export function photosIn(
  { photos, objects }: DocumentState,
  scope: Scope,
  shownId: string | undefined,
): PhotoEntry[] {
  if (scope === 'photo') return photos.filter(({ id }) => id === shownId);
  return scope === 'all'
    ? [...photos]
    : photos.filter(({ id }) => objectsOf({ objects }, id).length > 0);
}

/** A photo as data sets know it: by its folder and name. */
export function datasetPhoto({ name, folder, size, cocoId }: PhotoEntry): DatasetPhoto {
  const path = folder ? `${folder}/${name}` : name;
  return { name: path, size, ...(cocoId === undefined ? {} : { cocoId }) };
}

function* objectIds(
  { objects }: Pick<DocumentState, 'objects'>,
  photos: readonly PhotoEntry[],
): Iterable<CocoId | undefined> {
  for (const { id } of photos) for (const { cocoId } of objectsOf({ objects }, id)) yield cocoId;
}

/** Ids that came with COCO files and can't stay, as another photo or object has them already. */
export function changedIds(
  state: DocumentState,
  { format, scope }: { readonly format: FormatId; readonly scope: Scope },
  shownId: string | undefined,
): number {
  if (format !== 'coco' && format !== 'coco-panoptic') return 0;
  const photos = photosIn(state, scope, shownId);
  // Segments have ids of their own on each photo.
  const ofObjects = format === 'coco' ? repeatedIds(objectIds(state, photos)) : 0;
  return repeatedIds(photos.map(({ cocoId }) => cocoId)) + ofObjects;
}

/** Whether a text that goes out holds what XML can't: a control character, which may come in with JSON. */
export function saysControls({ objects, classes, tags }: DocumentState): boolean {
  const isSaid = (text: string) => !fitsXml(text);
  return (
    classes.some(({ name }) => isSaid(name)) ||
    Object.values(tags).some((all) => all.some(isSaid)) ||
    Object.values(objects).some((all) =>
      all.some(
        ({ note, attributes }) => isSaid(note) || attributes.flat().map(String).some(isSaid),
      ),
    )
  );
}

/** All classes of the project, so their numbers don't depend on which photos are taken. */
export function datasetOf(
  name: string,
  { objects, classes, tags, reviews }: DocumentState,
  photos: readonly PhotoEntry[],
  reports: ViewState['reports'],
): DocumentDataset {
  const nameOf = ({ classId }: MaskObject) =>
    classes.find(({ id }) => id === classId)?.name ?? UNNAMED_CLASS;
  const used = new Set(photos.flatMap(({ id }) => objectsOf({ objects }, id).map(nameOf)));
  const known = classes.map(
    ({ name, color, coco }): DatasetClass => ({
      name,
      color: colorFromHex(color) ?? GREY,
      ...(coco ? { coco } : {}),
    }),
  );
  const isUnnamed = used.has(UNNAMED_CLASS) && !known.some(({ name }) => name === UNNAMED_CLASS);
  const all = isUnnamed ? [...known, { name: UNNAMED_CLASS, color: GREY }] : known;
  const indexOf = new Map(all.map(({ name }, i) => [name, i]));
  return {
    photos,
    head: {
      name,
      classes: all,
      photos: photos.map(datasetPhoto),
      largestObjectId: largestId(objectIds({ objects }, photos)),
    },
    labelsOf: (photoId) => ({
      objects: objectsOf({ objects }, photoId).map((object) => ({
        classIndex: indexOf.get(nameOf(object)) ?? 0,
        mask: object.mask,
        score: object.predictedIou,
        note: object.note,
        attributes: object.attributes,
        ...reviewOf(object.review),
        ...(object.cocoId === undefined ? {} : { cocoId: object.cocoId }),
      })),
      tags: tags[photoId] ?? [],
      ...reviewOf(reviews[photoId]),
      ...figuresOf(reports.get(photoId)),
    }),
  };
}

/** A blank photo has no figures that say anything. */
function figuresOf(report: PhotoFigures | undefined): Pick<PhotoLabels, 'figures'> {
  if (!report || isBlank(report)) return {};
  const { darkness, noise, blur, motion, haze, contrast, blocks } = report;
  return {
    figures: {
      darkness,
      noise_sigma: noise,
      blur,
      motion: motion.strength,
      motion_degrees: motion.degrees,
      haze,
      contrast,
      blockiness: blocks,
    },
  };
}

function reviewOf(review: Review | null | undefined): { readonly review?: Review } {
  return review ? { review } : {};
}

/** Whether the format draws the photos. */
export function needsPixels(format: FormatId): boolean {
  return FORMATS[format].needsPixels === true;
}

/** What the writer is asked for. */
export function requestFor({ head, photos }: DocumentDataset, choice: ExportChoice): ExportRequest {
  const { format, valShare, scope: _, target: __, ...options } = choice;
  const { name, classes, largestObjectId = 0 } = head;
  return {
    format,
    options,
    valShare: FORMATS[format].choices.includes('split') ? valShare : 0,
    endings: photos.map((photo) => (photo.format === 'jpeg' ? 'jpg' : photo.format)),
    // Nothing of the document but what the data set needs goes to the worker.
    head: {
      name,
      classes,
      photos: photos.map(datasetPhoto),
      largestObjectId,
    },
  };
}

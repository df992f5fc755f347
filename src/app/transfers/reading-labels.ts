import type { ChosenFile, ImportResult } from '../../formats/protocol.ts';
import type { Context } from '../state/context.ts';
import type { Misfits } from './fitting.ts';
import { misfitsIn } from './labelled-photos.ts';

/** Labels from files, matched with the photos that are open. */
export interface LabelsRead {
  readonly result: ImportResult;
  readonly misfits: Misfits;
  /** Ids of the photos that were open when they were read, in that order. */
  readonly openIds: readonly string[];
}

// Only needed once labels are read.
const datasetPart = () => import('./dataset.ts');

/** Rejects with the signal's reason. */
export async function readLabelFiles(
  context: Context,
  signal: AbortSignal,
  files: readonly ChosenFile[],
  tell: (done: number, of: number) => void,
): Promise<LabelsRead> {
  const { document, datasets, background } = context;
  const { photos } = document.state.getState();
  const openIds = photos.map(({ id }) => id);
  const { datasetPhoto } = await datasetPart();
  const measure = async (photo: Blob) => {
    const probed = await background.probe(photo);
    return probed.ok ? probed.facts.size : null;
  };
  const progress = (done: number, of: number) => {
    if (!signal.aborted) tell(done, of);
  };
  const open = photos.map(datasetPhoto);
  const result = await datasets.read(signal, files, open, progress, measure);
  const misfits = await misfitsIn(context, result, openIds);
  signal.throwIfAborted();
  return { result, misfits, openIds };
}

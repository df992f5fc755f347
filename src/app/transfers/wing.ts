import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChosenPhoto } from '../photos/chosen.ts';
import type { Context } from '../state/context.ts';
import { createExporting, type ExportVerbs } from './exporting.ts';
import { createImporting, type ImportVerbs } from './importing.ts';
import type { TransfersState } from './transfers.ts';

/** Data sets on their way out and in. */
export interface TransferVerbs extends ExportVerbs, ImportVerbs {
  readonly transfers: StoreApi<TransfersState>;
}

export function createTransfers(
  context: Context,
  takePhotos: (chosen: readonly ChosenPhoto[]) => Promise<(string | null)[]>,
  projectName: () => string,
): TransferVerbs {
  const transfers = createStore<TransfersState>(() => ({
    exporting: { kind: 'idle' },
    importing: { kind: 'idle' },
  }));
  return {
    transfers,
    ...createExporting(context, transfers, projectName),
    ...createImporting(context, transfers, takePhotos),
  };
}

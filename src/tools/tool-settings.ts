import type { Annotator } from '../app/annotator.ts';
import type { ToolSettings } from './drawing.ts';

export function settingsOf({ view }: Pick<Annotator, 'view'>): ToolSettings {
  const { tool, brushSize, areaMode, draft, outline, snapsToEdges } = view.getState();
  const polygon = draft?.kind === 'area' && draft.open ? draft : null;
  return { tool, brushSize, areaMode, polygon, rings: outline?.rings ?? [], snapsToEdges };
}

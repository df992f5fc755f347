import type { Annotator } from '../app/annotator.ts';
import { notify } from '../app/notices.ts';
import { rejectionWords } from './engine-reasons.ts';
import { backendWords, phaseWords } from './engine-words.ts';

/** What a maintainer needs to know, as text; file names and pixels stay out of it. */
function reportText({ engine, view, document }: Annotator): string {
  const status = engine.getState();
  const { width, height } = view.getState().viewport.image;
  const { phase } = status;
  const { disk } = status.cache;
  const problem = 'problem' in phase ? JSON.stringify(phase.problem) : 'none';
  return [
    'RobustSAM Annotator report',
    `State: ${phaseWords(status, performance.now())}`,
    `Problem: ${problem}`,
    `Backend: ${backendWords(status)} (asked for: ${status.choice})`,
    `Adapter: ${status.adapter ?? 'none'}`,
    `Model: ${status.set ? `${status.set.name} (${status.set.id})` : 'none'}`,
    ...rejectionWords(status.rejections).map((reason) => `Not used: ${reason}`),
    `Encode: ${status.lastEncodeMilliseconds ?? '-'} ms, decode: ${status.lastDecodeMilliseconds ?? '-'} ms`,
    `Embeddings: ${status.cache.count}, ${status.cache.bytes} of ${status.cache.limitBytes} bytes`,
    `On disk: ${disk.count}, ${disk.bytes} of ${disk.limitBytes} bytes, trouble: ${disk.trouble ?? 'none'}`,
    `Photo: ${width} x ${height}; photos open: ${document.getState().photos.length}`,
    `Cross-origin isolated: ${crossOriginIsolated}; processors: ${navigator.hardwareConcurrency}`,
    `Screen: ${innerWidth} x ${innerHeight} at ${devicePixelRatio}`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n');
}

/** Onto the clipboard, and says whether that was allowed. */
export async function copyReport(annotator: Annotator): Promise<void> {
  try {
    await navigator.clipboard.writeText(reportText(annotator));
    notify(annotator.view, 'info', 'Report copied.');
  } catch {
    notify(annotator.view, 'error', 'Copying the report was refused.');
  }
}

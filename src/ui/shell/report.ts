import type { Annotator } from '../../app/annotator.ts';
import { notify } from '../../app/state/notices.ts';
import { t } from '../../words/words.ts';

/**
 * What a maintainer needs to know; file names and pixels stay out of it. In English and in the code's
 * own terms, whatever the language of the page: it is for developers.
 */
function reportText({ engine, view, document }: Annotator, error: unknown): string {
  const status = engine.getState();
  const { width, height } = view.getState().viewport.image;
  const { phase } = status;
  const { disk } = status.cache;
  const problem = 'problem' in phase ? JSON.stringify(phase.problem) : 'none';
  return [
    'RobustSAM Annotator report',
    `State: ${phase.kind}`,
    `Problem: ${problem}`,
    ...(error === undefined ? [] : [`Fault: ${faultText(error)}`]),
    `Backend: ${status.backend ?? 'none'}, threads: ${status.threads} (asked for: ${status.choice})`,
    `Adapter: ${status.adapter ?? 'none'}`,
    `Model: ${status.set ? `${status.set.name} (${status.set.id})` : 'none'}`,
    ...status.rejections.map(
      ({ backend, problem }) => `Not used: ${backend}, ${JSON.stringify(problem)}`,
    ),
    `Encode: ${status.lastEncodeMilliseconds ?? '-'} ms, decode: ${status.lastDecodeMilliseconds ?? '-'} ms`,
    `Embeddings: ${status.cache.count}, ${status.cache.bytes} of ${status.cache.limitBytes} bytes`,
    `On disk: ${disk.count}, ${disk.bytes} of ${disk.limitBytes} bytes, trouble: ${disk.trouble ?? 'none'}`,
    `Photo: ${width} x ${height}; photos open: ${document.getState().photos.length}`,
    `Cross-origin isolated: ${crossOriginIsolated}; processors: ${navigator.hardwareConcurrency}`,
    `Screen: ${innerWidth} x ${innerHeight} at ${devicePixelRatio}`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n');
}

function faultText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Onto the clipboard, with the fault of the app that led to it, if any; says whether that was allowed. */
export async function copyReport(annotator: Annotator, error?: unknown): Promise<void> {
  try {
    await navigator.clipboard.writeText(reportText(annotator, error));
    notify(annotator.view, 'info', t('inspector.reportCopied'));
  } catch {
    notify(annotator.view, 'error', t('inspector.reportRefused'));
  }
}

import type { Theme } from '../../app/state/view.ts';

const QUERIES = ['(prefers-contrast: more)', '(forced-colors: active)'] as const;

/** Asked for by the theme, or by the system whatever the theme. */
export function wantsContrast(theme: Theme): boolean {
  return theme === 'contrast' || QUERIES.some((query) => matchMedia(query).matches);
}

/** Says at once, and whenever the system's wish changes, whether more contrast is wanted. */
export function watchContrast(theme: Theme, say: (isMore: boolean) => void): () => void {
  const controller = new AbortController();
  const tell = () => say(wantsContrast(theme));
  for (const query of QUERIES)
    matchMedia(query).addEventListener('change', tell, { signal: controller.signal });
  tell();
  return () => controller.abort();
}

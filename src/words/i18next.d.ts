import 'i18next';
import type { en } from './en/en.ts';

/** Keys and the values they need are checked where t() is called. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

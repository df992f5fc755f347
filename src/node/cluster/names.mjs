// Plain JavaScript: it runs the TypeScript of the app as it is, without a build.
import { register } from 'tsx/esm/api';

register();
await import('./names.ts');

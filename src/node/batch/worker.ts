import { perform } from './perform.ts';
import { serve } from './serve.ts';

await serve(perform);

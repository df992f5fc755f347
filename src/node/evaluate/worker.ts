import { serve } from '../batch/serve.ts';
import { perform } from './perform.ts';

await serve(perform);

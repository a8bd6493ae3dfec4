import { keepCompiled } from '@trade-matching/command-line/keep-compiled';

keepCompiled();
await import('./run.ts');

/** Runs the operators' program: for tests, and for whoever starts it otherwise. */
export const CLI = new URL('./main.ts', import.meta.url).pathname;
export { SANDBOX_FILE } from './account/sandbox-file.ts';

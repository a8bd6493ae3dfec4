/** The sandbox as a program: for whoever starts it as a process of its own. */
export const SANDBOX = new URL('./main.ts', import.meta.url).pathname;
export { type SeededChoice, seededChoice } from './faults/seeded-choice.ts';

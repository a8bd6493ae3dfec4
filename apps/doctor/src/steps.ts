/** The steps of `docs/deploy.md` that a check can send to: number and heading, as they are there. */
export const STEPS = {
  1: 'Have the tools, the network and the cluster',
  2: 'Say what the environment is',
  3: 'Bootstrap the account',
  5: 'Let the deploying role into the cluster',
  6: 'Deploy',
} as const;

export type Step = keyof typeof STEPS;

/** `docs/deploy.md, step 3. Bootstrap the account`. */
export function placeOf(step: Step): string {
  return `docs/deploy.md, step ${step}. ${STEPS[step]}`;
}

import { type Check, failed, OK, valuesFile } from '../check.ts';

/** The first check of all: every other one reads the environment's values. */
export const VALUES = { id: 'values', title: 'values of the environment', step: 2 } as const;

export const OWN_VALUES: Check = {
  id: 'own-values',
  title: 'no value is an example',
  step: 2,
  needs: ['values'],
  async run({ environment }) {
    const examples = exampleValues(environment);
    if (examples.length === 0) return OK;
    return failed(
      `Addresses under .example belong to nobody: ${examples.join(', ')}.`,
      `Put your own into ${valuesFile(environment)}.`,
    );
  },
};

/** Names of values under the domain that is reserved for documentation (RFC 2606, section 2). */
function exampleValues(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return /\.example(?![\w.-])/.test(value) ? [name] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.some((each) => exampleValues(each, name).length > 0) ? [name] : [];
  return Object.entries(value).flatMap(([key, each]) => exampleValues(each, name === '' ? key : `${name}.${key}`));
}

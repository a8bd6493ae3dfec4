import { existsSync } from 'node:fs';
import path from 'node:path';
import { type EnvironmentName, resourceNames } from '@trade-matching/domain';
import { environments } from './environments/index.ts';

/** Where `npm run synth` puts the stacks. */
export const OUTPUT_FOLDER = path.resolve(import.meta.dirname, '../cdktf.out');

export class NotSynthesizedError extends Error {
  override readonly name = 'NotSynthesizedError';
}

/**
 * The file of an environment's synthesized stack: Terraform's JSON, with its assets beside it.
 *
 * @throws {NotSynthesizedError} where it has not been synthesized
 */
export function synthesizedStack(environment: EnvironmentName): string {
  const { stack } = resourceNames(environment, environments[environment].account);
  const file = path.join(OUTPUT_FOLDER, 'stacks', stack, 'cdk.tf.json');
  if (!existsSync(file)) {
    throw new NotSynthesizedError(`The stack ${stack} has not been synthesized. Run: npm run synth`);
  }
  return file;
}

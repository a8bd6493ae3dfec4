import { App } from 'cdktf';
import { EnvironmentError, environments } from './environments/index.ts';
import { OUTPUT_FOLDER } from './synthesized-stack.ts';
import { TradeMatchingStack } from './trade-matching-stack.ts';

try {
  const app = new App({
    outdir: process.env.CDKTF_OUTDIR ?? OUTPUT_FOLDER,
    // The state's lock is a file in its bucket, which older versions do not know.
    context: { targetVersions: { terraform: '>=1.11.0', opentofu: '>=1.10.0' } },
  });
  for (const environment of Object.values(environments)) new TradeMatchingStack(app, environment);
  app.synth();
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

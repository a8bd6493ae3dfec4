import path from 'node:path';
import { App } from 'cdktf';
import { environments } from '../environments/index.ts';
import { OUTPUT_FOLDER } from '../synthesized-stack.ts';
import { BootstrapStack } from './bootstrap-stack.ts';

const app = new App({ outdir: process.env.CDKTF_OUTDIR ?? path.join(OUTPUT_FOLDER, 'bootstrap') });
for (const environment of Object.values(environments)) if (environment.delivery) new BootstrapStack(app, environment);
app.synth();

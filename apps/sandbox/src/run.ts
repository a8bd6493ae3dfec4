import { rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { SANDBOX_FILE } from '@trade-matching/account';
import { processTerminal, run, WrongUsageError } from '@trade-matching/command-line';
import { type Options, startCommand } from './command.ts';
import { type ServedPage, servePage } from './page/serve-page.ts';
import { renderReport, renderTotals } from './report.ts';
import { demonstration } from './system/demonstration.ts';
import { followDocuments } from './system/follow-documents.ts';
import { type DocumentReport, reportDocument } from './system/report-document.ts';
import type { ServiceProcess } from './system/service-process.ts';
import { startDesk } from './system/start-desk.ts';
import { type System, startSystem } from './system/start-system.ts';
import { type Upload, UploadPathError, uploadsFrom } from './system/uploads.ts';

const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;

const terminal = processTerminal();
const { say } = terminal;
process.exitCode = await run(startCommand(start), process.argv.slice(2), terminal);

async function start(options: Options): Promise<number> {
  const uploads = await chooseUploads(options);
  const interrupted = Promise.withResolvers<void>();
  const interrupt = () => interrupted.resolve();
  terminal.stop.addEventListener('abort', interrupt);
  // A program that started this one and has died.
  process.once('disconnect', interrupt);
  process.channel?.unref();

  say('Starting the embedded AWS from the synthesized local stack, and the matching service…');
  const system = await startSystem({
    log: (from, line) => {
      if (options.debug) say(`  [${from}] ${line}`);
    },
  });
  let page: ServedPage | undefined;
  let desk: ServiceProcess | undefined;
  try {
    if (!options.once) {
      if (!options.serve) desk = await startDesk(system, (line) => options.debug && say(`  [desk] ${line}`));
      page = await servePage(system, desk?.url);
      announce(system);
    }
    say(`Ready after ${seconds().toFixed(1)} s.`);
    say(`  AWS       ${system.aws.endpoint}   (region ${system.aws.region}, any credentials)`);
    say(`  service   ${system.service.url}`);
    say(`  bucket    ${system.names.documentsBucket}`);
    if (desk) say(`  desk      ${desk.url}/   (breaks, and what people decide)`);
    if (page) say(`  dashboard ${page.url}   (alarms, charts, the latest documents)`);
    if (options.serve) {
      await interrupted.promise;
      return 0;
    }
    say(`Uploading ${uploads.length} documents.`);

    const keys = [...new Set(uploads.map(({ key }) => key))];
    const following = followDocuments(system, keys, (key, outcome) => {
      say(`  ${seconds().toFixed(1).padStart(6)} s  ${outcome.padEnd(10)} ${key}`);
    });
    interrupted.promise.then(() => following.stop());
    for (const upload of uploads) await system.upload(upload);
    const complete = await following.finished(options.timeoutSeconds * 1000);

    const documents: DocumentReport[] = [];
    for (const key of keys) documents.push(await reportDocument(system.tables, key));
    terminal.sayStyled(renderReport(documents));
    terminal.sayStyled(renderTotals(documents, seconds()));
    if (options.json) await writeFile(options.json, `${JSON.stringify(documents, null, 2)}\n`);
    if (!complete) say(`Without an outcome: ${[...following.pending].join(', ')}`);

    if (!options.once && complete) {
      say('Still running: upload more to the bucket above, or ask it: npm run -s cli -- documents. Ctrl-C stops it.');
      await interrupted.promise;
    }
    return documents.some(({ outcome }) => outcome === 'LOST') ? 1 : 0;
  } finally {
    if (!options.once) rmSync(SANDBOX_FILE, { force: true });
    await page?.close();
    await desk?.close();
    await system.close();
  }
}

async function chooseUploads({ serve, bank, counterparty }: Options): Promise<Upload[]> {
  if (serve) return [];
  const today = new Date().toISOString().slice(0, 10);
  if (bank.length === 0 && counterparty.length === 0) return demonstration(today);
  try {
    return [...(await uploadsFrom('BANK', bank, today)), ...(await uploadsFrom('COUNTERPARTY', counterparty, today))];
  } catch (error) {
    throw error instanceof UploadPathError ? new WrongUsageError(error.message, { cause: error }) : error;
  }
}

/** Says to the operators' program where this sandbox is. */
function announce({ aws, service }: System): void {
  const running = { endpoint: aws.endpoint, region: aws.region, account: aws.accountId, service: service.url };
  writeFileSync(SANDBOX_FILE, JSON.stringify(running));
}

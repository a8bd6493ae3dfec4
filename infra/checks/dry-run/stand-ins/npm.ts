import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { option, readMachine, readWorld, refuse } from '../world.ts';

const args = process.argv.slice(2).filter((arg) => !['-s', '--silent', '--'].includes(arg));
const [run, script = '', ...rest] = args;
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
if (run !== 'run' || !(script in scripts)) refuse(`npm error Missing script: "${script}"`);
if (!readMachine().installed) refuse('sh: 1: turbo: not found', 127);
const world = readWorld();

/** As CDK Terrain's command does: it ends as Terraform ends. */
function terraform(command: string): void {
  const { error, status } = spawnSync('terraform', [command], { stdio: 'inherit' });
  if (error) refuse('Error: Terraform CLI not present - Please install a current version');
  if (status !== 0) process.exit(1);
}

if (script === 'cdktf') {
  const [command, stack] = rest;
  if (stack !== world.stack) refuse(`Error: Usage Error: Can't find given stack: ${stack}`);
  terraform('init');
  terraform('plan');
  if (command === 'deploy') {
    terraform('apply');
    writeFileSync(option(rest, '--outputs-file'), JSON.stringify({ [world.stack]: world.outputs }));
  }
}
if (script === 'load-test') {
  if (!world.deployments['matching-service']?.running) refuse('Every document is lost: the service does not run.');
  const { HOST } = world.outputs.matching_service_name;
  // The processor asks for the service by its name.
  if (world.addresses[HOST] !== world.loadBalancer) refuse(`Every document is late: getaddrinfo ENOTFOUND ${HOST}`);
  const report = option(rest, '--report');
  mkdirSync(report, { recursive: true });
  writeFileSync(path.join(report, 'report.txt'), 'lost: 0\n');
}

import { readFileSync } from 'node:fs';
import { changeMachine, refuse } from '../world.ts';

const [yes, pnpm, install, frozen] = process.argv.slice(2);
const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'));
if (yes !== '-y' || pnpm !== packageManager || install !== 'install' || frozen !== '--frozen-lockfile') {
  refuse(`the stand-in does not know: npx ${process.argv.slice(2).join(' ')}`);
}
changeMachine((machine) => {
  machine.installed = true;
});

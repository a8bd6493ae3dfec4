import { changeWorld, readMachine, readWorld, refuse } from '../world.ts';

const [command] = process.argv.slice(2);
if (!readMachine().credentials) refuse('Error: No valid credential sources found');
if (readWorld().failing === `terraform ${command}`) refuse('Error: Invalid index\n\nThe plan failed.');
if (command === 'apply') {
  changeWorld((world) => {
    world.applied = true;
  });
}
process.stdout.write(`terraform ${command}: done\n`);

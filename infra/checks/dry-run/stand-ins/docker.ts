import { existsSync, readFileSync } from 'node:fs';
import { changeMachine, changeWorld, option, readMachine, readWorld, refuse } from '../world.ts';

const [command, ...args] = process.argv.slice(2);
const world = readWorld();
const machine = readMachine();

if (command === 'login') {
  if (readFileSync(0, 'utf8').trim() !== 'password')
    refuse('Error: Cannot perform an interactive login from a non TTY device');
  changeMachine((changed) => {
    changed.loggedIn = true;
  });
} else if (command === 'build') {
  const dockerfile = option(args, '--file');
  if (!existsSync(dockerfile))
    refuse(`ERROR: failed to read dockerfile: open ${dockerfile}: no such file or directory`);
  changeMachine((changed) => {
    changed.built.push(option(args, '--tag'));
  });
} else if (command === 'push') {
  const [image = ''] = args;
  if (!machine.built.includes(image)) refuse(`An image does not exist locally with the tag: ${image}`);
  if (!machine.loggedIn) refuse('no basic auth credentials');
  const [repository, tag] = image.split(':');
  const { service_repository_url, desk_repository_url } = world.outputs;
  if (!world.applied || ![service_repository_url, desk_repository_url].includes(repository ?? '')) {
    refuse(`name unknown: The repository with name '${repository}' does not exist in the registry`);
  }
  if (world.images.includes(image)) {
    refuse(
      `tag invalid: The image tag '${tag}' already exists in the repository and cannot be overwritten because the tag is immutable.`,
    );
  }
  changeWorld((changed) => changed.images.push(image));
} else refuse(`the stand-in does not know: docker ${command}`);

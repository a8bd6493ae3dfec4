import path from 'node:path';
import { type Command, completionScript, newCommand, oneOf, SHELLS } from '@trade-matching/command-line';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');
const NAME = 'trade-matching';

export const completionCommand: Command = ({ say }) => {
  const command = newCommand({
    name: 'completion',
    summary: 'complete commands and options in a shell',
    description: `Writes a script for a shell. It defines the function ${NAME}, which runs these commands from any folder, and completes their names and options.`,
    examples: ['bash > ~/.trade-matching.sh && . ~/.trade-matching.sh', 'zsh > ~/.trade-matching.zsh'],
    notes: `Then: ${NAME} cases --overdue`,
  }).argument('<shell>', SHELLS.join(' or '), oneOf('SHELL', SHELLS));
  return command.action((shell) => {
    let root = command as unknown as Parameters<typeof completionScript>[0];
    while (root.parent) root = root.parent;
    say(completionScript(root, shell, NAME, `npm --prefix '${REPOSITORY.replaceAll("'", "'\\''")}' run -s cli --`));
  });
};

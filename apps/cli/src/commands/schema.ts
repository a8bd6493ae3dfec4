import { type Command, newCommand, WrongUsageError } from '@trade-matching/command-line';

export const schemaCommand: Command = ({ say }) =>
  newCommand({
    name: 'schema',
    summary: 'the JSON Schema of what a command answers with --json',
    description:
      'Writes the JSON Schema (2020-12) of one line that a command answers with --json. Without a command it lists those that have one. They are in docs/schemas as well.',
    examples: ['', 'cases', 'profiles dry-run > dry-run.schema.json'],
  })
    .argument('[command...]', 'as it is typed')
    .action(async (words) => {
      // The library that it takes is no part of how fast the others start.
      const { JSON_SHAPES, schemaOf } = await import('../json-shapes/index.ts');
      const commands = Object.keys(JSON_SHAPES) as (keyof typeof JSON_SHAPES)[];
      const asked = words.join(' ');
      if (asked === '') return say(commands.join('\n'));
      const command = commands.find((each) => each === asked);
      if (!command) throw new WrongUsageError(`"${asked}" has no schema. These have: ${commands.join(', ')}.`);
      say(JSON.stringify(schemaOf(command), null, 2));
    });

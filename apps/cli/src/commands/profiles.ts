import { type Account, dryRun } from '@trade-matching/account';
import { ProfileStore, ProfilesRefusedError, type ProfileVersion } from '@trade-matching/cases';
import {
  type Command,
  newCommand,
  Option,
  printable,
  WrongUsageError,
  wholeNumber,
} from '@trade-matching/command-line';
import { BUILT_IN_PROFILES, diffProfiles, type Profiles, parseProfiles } from '@trade-matching/matching';
import { actorOf, actorOption } from '../acting.ts';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';
import { lastDays, sinceOption } from '../option-values.ts';
import { readProfiles } from '../profiles/read-profiles.ts';
import { changeLine, differencesTable, dryRunText, stateOf, versionsTable } from '../profiles/report.ts';

const REFUSED = 'Exit code: 1 when nothing was written; the line says why.';

const readVersion = wholeNumber('VERSION', 1, 99_999_999);
const versionArgument = ['<version>', 'its number, which "profiles list" shows', readVersion] as const;
const commentOption = () =>
  new Option('--comment <text>', 'why: it stays on the record').makeOptionMandatory().argParser((text) => {
    if (text.trim() === '') throw new WrongUsageError('--comment is empty.');
    return text;
  });

const storeOf = ({ records, names }: Account) => new ProfileStore(records, names.casesTable);

/** The profiles in force as far as they are on the record; the built-in ones while none are. */
async function activeProfiles(store: ProfileStore): Promise<{ version: number; profiles: Profiles }> {
  const { active } = await store.head();
  return active
    ? { version: active.version, profiles: parseProfiles(active.json) }
    : { version: 0, profiles: BUILT_IN_PROFILES };
}

const listCommand: Command = ({ say, columns }, exitWith) =>
  newCommand({
    name: 'list',
    summary: 'every version, and which one is active',
    description:
      'Lists the versions of the profiles, with who proposed and who approved each, and checks their history.',
    examples: ['', '--env production --json'],
    notes: 'Exit code: 1 when the history is not what was written.',
  })
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action(({ env, json }) =>
      withAccount(env, async (account) => {
        const store = storeOf(account);
        const [{ active }, versions, brokenAt] = [await store.head(), await store.versions(), await store.brokenAt()];
        const number = active?.version ?? 0;
        if (json) for (const each of versions) say(JSON.stringify({ state: stateOf(each, number), ...each }));
        else if (versions.length === 0) say('No version was ever proposed: what the service is configured with holds.');
        else say(versionsTable(versions, number, columns));
        if (brokenAt === undefined) return;
        say(`The history is broken at event ${brokenAt}.`);
        exitWith(1);
      }),
    );

const showCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'show',
    summary: 'one version as it was given',
    description: 'Writes the JSON of a version, or of the active one, as it was proposed.',
    examples: ['', '3 > profiles.json'],
    notes: 'Exit code: 1 when there is no such version.',
  })
    .argument('[version]', 'its number; the active one where it is left out', readVersion)
    .addOption(environmentOption())
    .action((number, { env }) =>
      withAccount(env, async (account) => {
        const store = storeOf(account);
        const found = number === undefined ? (await store.head()).active : await store.version(number);
        if (!found) exitWith(1);
        say(
          found
            ? found.json.trimEnd()
            : number === undefined
              ? 'No version is active.'
              : `There is no version ${number}.`,
        );
      }),
    );

const diffCommand: Command = ({ say, columns }) =>
  newCommand({
    name: 'diff',
    summary: 'what a version or a file says other than the active one',
    description:
      'Shows each place at which a version, or a file of profiles, says something else than the active version; where none is active, than the built-in profiles.',
    examples: ['3', 'profiles.json --env production'],
  })
    .argument('<version or file>', 'a number, or the path of a file')
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((given, { env, json }) =>
      withAccount(env, async (account) => {
        const store = storeOf(account);
        const differences = diffProfiles((await activeProfiles(store)).profiles, await profilesOf(store, given));
        if (json) for (const each of differences) say(JSON.stringify(each));
        else say(differences.length === 0 ? 'They say the same.' : differencesTable(differences, columns));
      }),
    );

async function profilesOf(store: ProfileStore, given: string): Promise<Profiles> {
  if (!/^\d{1,8}$/.test(given)) return (await readProfiles(given)).profiles;
  const version = await store.version(Number(given));
  if (!version) throw new WrongUsageError(`There is no version ${given} of the profiles.`);
  return parseProfiles(version.json);
}

type Write = (store: ProfileStore, actor: string, at: string) => Promise<ProfileVersion>;

/** Writes, and says what to do next or why nothing was written. */
function writing(
  say: (text: string) => void,
  exitWith: (code: number) => void,
  { env, as }: { readonly env: string; readonly as?: string | undefined },
  write: Write,
  next: (version: number) => string,
): Promise<void> {
  return withAccount(env, async (account) => {
    try {
      const actor = actorOf(account, as);
      const { version } = await write(storeOf(account), actor, new Date().toISOString());
      say(next(version));
    } catch (error) {
      if (!(error instanceof ProfilesRefusedError)) throw error;
      say(`Not written: ${printable(error.message)}`);
      exitWith(1);
    }
  });
}

const proposed = (version: number) =>
  `Version ${version} is proposed. Another person looks at it and approves: profiles diff ${version}, profiles approve ${version}`;

const proposeCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'propose',
    summary: 'propose profiles of a file',
    description: 'Proposes profiles. They take effect when another person approves them. Try them before with dry-run.',
    examples: ["profiles.json --comment 'Northgate confirms a day late'"],
    notes: REFUSED,
  })
    .argument('<file>', 'JSON of matching profiles (docs/matching.md)')
    .addOption(commentOption())
    .addOption(actorOption())
    .addOption(environmentOption())
    .action(async (file, { comment, ...where }) => {
      const { json } = await readProfiles(file);
      await writing(say, exitWith, where, (store, actor, at) => store.propose(json, actor, at, comment), proposed);
    });

const approveCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'approve',
    summary: 'approve a version that another person proposed: it is active then',
    description:
      'Makes a proposed version the active one. The matching service compares by it within ten seconds; stored pairs stay as they are until another document or pair-anew. Nobody approves a version of their own.',
    examples: ['3', "3 --comment 'as agreed with Operations'"],
    notes: REFUSED,
  })
    .argument(...versionArgument)
    .option('--comment <text>', 'what there is to say to it', '')
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((number, { comment, ...where }) =>
      writing(
        say,
        exitWith,
        where,
        (store, actor, at) => store.approve(number, actor, at, comment),
        (version) => `Version ${version} is active.`,
      ),
    );

const restoreCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'restore',
    summary: 'propose what an earlier version said',
    description: 'Proposes the content of an earlier version as a new one. Another person approves it, as any other.',
    examples: ["2 --comment 'Version 3 let wrong dates through'"],
    notes: REFUSED,
  })
    .argument(...versionArgument)
    .addOption(commentOption())
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((number, { comment, ...where }) =>
      writing(say, exitWith, where, (store, actor, at) => store.restore(number, actor, at, comment), proposed),
    );

const dryRunCommand: Command = ({ say, progress, columns }) =>
  newCommand({
    name: 'dry-run',
    summary: 'which stored pairs would have another status',
    description:
      'Compares the stored pairs of a period by the profiles of a file, or by a proposed version, and says which would have another status. It writes nothing.',
    examples: ['profiles.json --since 30d', '3 --since 7d --env production --json | jq -r .match_id'],
  })
    .argument('<version or file>', 'a number, or the path of a file')
    .addOption(sinceOption('pairs that came to their status in these days'))
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((given, { since, env, json }) =>
      withAccount(env, async (account) => {
        const store = storeOf(account);
        const profiles = { active: (await activeProfiles(store)).profiles, proposed: await profilesOf(store, given) };
        const run = await dryRun(account, lastDays(since), profiles, progress);
        if (json) for (const change of run.changes) say(JSON.stringify(changeLine(change)));
        else say(dryRunText(run, columns));
      }),
    );

export const profilesCommand: Command = (terminal, exitWith) => {
  const command = newCommand({
    name: 'profiles',
    summary: 'the matching profiles on the record: propose, approve, restore, try',
    description: 'The tolerances by which pairs are compared, with who proposed and who approved each version.',
    examples: ['list', 'dry-run profiles.json --since 30d'],
  });
  const commands = [
    listCommand,
    showCommand,
    diffCommand,
    proposeCommand,
    approveCommand,
    restoreCommand,
    dryRunCommand,
  ];
  for (const each of commands) command.addCommand(each(terminal, exitWith));
  return command;
};

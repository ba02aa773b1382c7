import type { Actor } from '../../../server/src/services/actor';
import { namedKey } from '../app/named-key';
import type { AddCommand, Cli } from '../cli';
import { EXIT, wrongUse } from '../exit';
import { chosenTokens, type Choice } from '../import/chosen';
import { inBatches } from '../import/in-batches';
import { requireConsent } from '../input/confirm';
import { operatorOf } from '../input/operator';
import { notDoneLine, planTable, type NotDone } from '../output/token-view';
import { json, stopping, type StoppingOptions } from './common';

interface ImportOptions extends StoppingOptions, Choice {
  readonly back?: string[];
}

interface Outcome {
  readonly lines: readonly string[];
  readonly failed: readonly NotDone[];
  readonly data: object;
}

const tellOutcome = async (
  cli: Cli,
  { lines, failed, data }: Outcome,
  asJson: boolean | undefined,
): Promise<void> => {
  if (failed.length > 0) cli.exitCode = EXIT.refused;
  if (asJson === true) await cli.world.print(json({ data }));
  else for (const line of lines) await cli.world.print(line);
  for (const each of failed) cli.world.tell(notDoneLine(each));
};

/** Shows what a move would do, and does it where somebody says so. */
const moveHere = async (cli: Cli, options: ImportOptions, actor: Actor): Promise<void> => {
  const { world } = cli;
  const { strapiTokens: service } = await cli.app();
  const tokens = chosenTokens(await service.list({ actor }), options);
  const isDryRun = options.all !== true && options.token === undefined;
  if (tokens.length === 0) world.tell('There is nothing to move.');
  else if (options.json !== true || !isDryRun) world.tell(planTable(tokens));
  if (isDryRun) {
    if (options.json === true) await world.print(json({ data: tokens }));
    else if (tokens.length > 0)
      world.tell('\nNothing was changed. To move them, say --all, or --token with names.');
    return;
  }
  const ids = tokens.filter(({ problem }) => problem === null).map(({ id }) => id);
  if (ids.length > 0)
    await requireConsent(world, `Move ${String(ids.length)} tokens to API Access?`, options.yes);
  const unfit = tokens.flatMap(({ id, name, problem }) =>
    problem === null ? [] : [{ id, name, message: problem.message }],
  );
  const { done, failed } = await inBatches(ids, (batch) => service.move({ ids: batch }, { actor }));
  const all = [...unfit, ...failed];
  const lines = done.map(({ name, key }) => `Moved ${name}: key ${key.name}, ${key.displayId}.`);
  await tellOutcome(cli, { lines, failed: all, data: { done, failed: all } }, options.json);
};

/** Gives tokens back to Strapi. */
const moveBack = async (
  cli: Cli,
  names: readonly string[],
  options: ImportOptions,
  actor: Actor,
): Promise<void> => {
  const { world } = cli;
  const app = await cli.app();
  const { strapiTokens: service } = app;
  const keys = new Map<string, string>();
  for (const name of names) {
    const key = await namedKey(app, name);
    keys.set(key.id, key.name);
  }
  await requireConsent(
    world,
    `Give the tokens of ${[...keys.values()].join(', ')} back to Strapi?`,
    options.yes,
  );
  const { done, failed } = await inBatches([...keys.keys()], (ids) =>
    service.moveBack({ ids }, { actor }),
  );
  const lines = done.map((id) => `Moved back: ${keys.get(id) ?? id}.`);
  await tellOutcome(cli, { lines, failed, data: { done, failed } }, options.json);
};

export const addImport: AddCommand = (program, cli) => {
  const command = program
    .command('import')
    .summary("take over Strapi's own API tokens")
    .description(
      "Makes keys of Strapi's own API tokens, which go on working. Without --all or --token it shows what would become of each, and changes nothing.",
    )
    .option(
      '--all',
      'move all that can be moved, but for what Strapi made at its first start and nobody has used',
    )
    .option('--token <name...>', "move these: names or ids of Strapi's API tokens")
    .option('--back <key...>', 'give the tokens of these keys back to Strapi');

  stopping(command).action(async (options: ImportOptions) => {
    const { all, token, back } = options;
    if ([all, token, back].filter((choice) => choice !== undefined).length > 1)
      throw wrongUse('Say one of --all, --token and --back.');
    const actor = operatorOf(cli.world, options.as);
    if (back === undefined) await moveHere(cli, options, actor);
    else await moveBack(cli, back, options, actor);
  });
};

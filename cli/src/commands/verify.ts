import { REFUSAL_ANSWERS } from '../../../server/src/domain/refusals';
import { displayId, parseToken } from '../../../server/src/domain/token';
import { judgeToken, type JudgedToken } from '../app/token-state';
import type { AddCommand, Cli } from '../cli';
import { EXIT, wrongUse } from '../exit';
import { readToken } from '../input/token-input';
import { keyFacts } from '../output/key-view';
import { json, withJson, type CommonOptions } from './common';

interface VerifyOptions extends CommonOptions {
  readonly env?: string;
  readonly address?: string;
  readonly offline?: boolean;
}

const NO_TOKEN = 'It is no token of API Access: its shape or its checksum is wrong.';

/** Says of a text alone whether it can be a token. */
const verifyShape = async (cli: Cli, text: string, asJson: boolean | undefined): Promise<void> => {
  const token = parseToken(text);
  if (token === null) cli.exitCode = EXIT.refused;
  const id = token === null ? null : displayId(token.prefix, token.accessId);
  if (asJson === true) {
    const data = { outcome: token === null ? 'malformed' : 'well-formed', displayId: id };
    await cli.world.print(json({ data }));
  } else if (id === null) await cli.world.print(NO_TOKEN);
  else await cli.world.print(`Well-formed: shape and checksum are right. Access ID ${id}.`);
};

const sentence = ({ verification, state, key }: JudgedToken, text: string): string => {
  if (verification.outcome === 'granted') return 'Granted.';
  if (key === null && parseToken(text) === null) return NO_TOKEN;
  if (state === 'unknown') return 'Refused: this app has no key with this Access ID.';
  if (state === 'other-secret')
    return 'Refused: the key has another secret. It was regenerated since, or the token is forged.';
  const { message, help } = REFUSAL_ANSWERS[verification.refusal.code];
  return `Refused: ${message}. ${help}`;
};

const verifyByApp = async (cli: Cli, text: string, options: VerifyOptions): Promise<void> => {
  const judged = await judgeToken(await cli.app(), text, options.address ?? null);
  const { verification, state, key } = judged;
  if (verification.outcome === 'refused') cli.exitCode = EXIT.refused;
  if (options.json === true) {
    const code = verification.outcome === 'refused' ? verification.refusal.code : null;
    await cli.world.print(json({ data: { outcome: verification.outcome, code, state, key } }));
    return;
  }
  const about = key === null ? '' : `\n\n${keyFacts(key)}`;
  await cli.world.print(`${sentence(judged, text)}${about}`);
};

export const addVerify: AddCommand = (program, cli) => {
  const command = program
    .command('verify')
    .summary('say what a token is, and whether it works')
    .description(
      'Reads a token from stdin or from a variable of the environment, never from an argument, and says what it is and whether it is let in now. Counts nothing as use.',
    )
    .usage('[options] < file-with-the-token')
    .allowExcessArguments()
    .option('--env <name>', 'the variable that holds the token, in place of stdin')
    .option('--address <address>', 'where it is used from, for keys that are held to networks')
    .option('--offline', 'look at shape and checksum alone; needs no app');

  withJson(command).action(async (options: VerifyOptions) => {
    if (command.args.length > 0)
      throw wrongUse(
        'verify takes no argument: the history of the shell would keep a token, and the list of processes show it. Send it on stdin, or name a variable with --env.',
      );
    const text = await readToken(cli.world, options.env);
    if (options.offline === true) await verifyShape(cli, text, options.json);
    else await verifyByApp(cli, text, options);
  });
};

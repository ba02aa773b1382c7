/** Every command with what it takes, as its help tells it, in Markdown. */
import { type Argument, type Command, type Option } from 'commander';

import { type Cli } from '../../cli/src/cli';
import { EXIT } from '../../cli/src/exit';
import { createProgram } from '../../cli/src/program';
import { someWorld } from './cli-world';
import { tableOf } from './made-docs';

const choicesOf = ({ argChoices }: Option): string =>
  argChoices === undefined ? '' : ` (${argChoices.map((choice) => `\`${choice}\``).join(', ')})`;

const defaultOf = ({ defaultValueDescription }: Option): string =>
  defaultValueDescription === undefined ? '' : `; default: ${defaultValueDescription}`;

const argumentRow = (argument: Argument): string[] => [
  `\`${argument.required ? '<' : '['}${argument.name()}${argument.variadic ? '...' : ''}${argument.required ? '>' : ']'}\``,
  argument.description,
];

const optionRow = (option: Option): string[] => [
  `\`${option.flags}\``,
  `${option.description}${choicesOf(option)}${defaultOf(option)}${option.mandatory ? '; required' : ''}`,
];

const sectionOf = (command: Command): string => {
  const rows = [
    ['takes', 'what it does'],
    ...command.registeredArguments.map(argumentRow),
    ...command.options.map(optionRow),
  ];
  return [`### ${command.name()}`, command.description(), tableOf(rows)].join('\n\n');
};

export const commandSections = (): string => {
  const cli: Cli = {
    world: someWorld(),
    exitCode: EXIT.ok,
    app: () => Promise.reject(new Error('No command is run.')),
  };
  return createProgram(cli).commands.map(sectionOf).join('\n\n');
};

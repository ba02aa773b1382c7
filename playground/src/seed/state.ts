import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the demo prints at every start; kept in a file that only its owner reads. */
export interface DemoState {
  email: string;
  password: string;
  token: string;
}

export const readState = (file: string): Partial<DemoState> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoState>;
  } catch {
    // None yet, or one that was cut short: both mean that there is nothing to go by.
    return {};
  }
};

export const writeState = (file: string, state: DemoState): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
};

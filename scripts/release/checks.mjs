import { isDeepStrictEqual, inspect } from 'node:util';

const shown = (value) => inspect(value, { breakLength: Infinity, depth: 5 });

/** Collects what was checked, prints each, and says what it all came to. */
export const createChecks = () => {
  let passed = 0;
  const problems = [];
  const equal = (title, actual, expected) => {
    const isEqual = isDeepStrictEqual(actual, expected);
    console.log(`${isEqual ? '✓' : '✗'} ${title}`);
    if (isEqual) passed += 1;
    else problems.push(`${title}: ${shown(actual)} in place of ${shown(expected)}`);
  };
  /** Whatever ended the checks before their end. */
  const broke = ({ message }) => problems.push(message);
  const result = () => ({ passed, failed: problems.length, problems });
  return { equal, broke, result };
};

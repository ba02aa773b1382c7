import type { DeclaredRole } from '../../../contracts';
import { isOwnAction } from './actions';
import { nameKeyOf } from './names';

/** Where it lies, and what is said of it after that. */
interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

const ownFaults = ({ kind, permissions }: DeclaredRole): Fault[] => {
  if (kind !== 'custom' && permissions.length > 0) {
    return [
      { path: ['permissions'], message: `stands beside the kind "${kind}", which names none` },
    ];
  }
  return permissions.flatMap((action, at) =>
    isOwnAction(action)
      ? [
          {
            path: ['permissions', at],
            message: 'is an action of this plugin, which no key can have',
          },
        ]
      : [],
  );
};

const sameAsBefore = (roles: readonly DeclaredRole[], at: number): Fault[] => {
  const role = roles[at];
  if (role === undefined) return [];
  const before = roles.slice(0, at);
  const as = (field: 'code' | 'name', is: (other: DeclaredRole) => boolean): Fault[] => {
    const first = before.findIndex(is);
    return first === -1
      ? []
      : [{ path: [field], message: `is that of "roles.${String(first)}", too` }];
  };
  return [
    ...as('code', ({ code }) => code === role.code),
    ...as('name', ({ name }) => nameKeyOf(name) === nameKeyOf(role.name)),
  ];
};

/** What is wrong with a list of declared roles, each of which has the right form. */
export const declarationFaults = (roles: readonly DeclaredRole[]): Fault[] =>
  roles.flatMap((role, at) =>
    [...ownFaults(role), ...sameAsBefore(roles, at)].map(({ path, message }) => ({
      path: [at, ...path],
      message,
    })),
  );

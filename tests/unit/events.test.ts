import { readFileSync } from 'node:fs';
import path from 'node:path';

import { EVENTS, eventPayloads } from '../../contracts';
import { eventAbout } from '../../server/src/domain/event';
import { toEpochMs } from '../../server/src/domain/units';

const docs = readFileSync(path.join(__dirname, '../../docs/events.md'), 'utf8');

/** Each section of an event: its name, and the example in it. */
const documented = [...docs.matchAll(/^### `(\S+)`\n((?:(?!^##)[^])*)/gm)].map(
  ([, name = '', section = '']) => ({
    name,
    examples: [...section.matchAll(/^```json\n([^]*?)^```/gm)].map(([, json = '']) => json),
  }),
);

describe('the page about events', () => {
  it('has a section for each event, and for nothing else', () => {
    expect(documented.map(({ name }) => name)).toEqual(EVENTS);
  });

  it.each(EVENTS)('shows a payload of %s with exactly the fields that it has', (name) => {
    const examples = documented.find((section) => section.name === name)?.examples ?? [];

    expect(examples).toHaveLength(1);
    const example: unknown = JSON.parse(examples[0] ?? '');
    expect(eventPayloads[name].parse(example)).toEqual(example);
  });

  it('names no event that there is not', () => {
    for (const name of docs.match(/(?<=['"`])api-access\.[a-z]+/g) ?? []) {
      expect(EVENTS).toContain(name);
    }
  });
});

describe('what every event tells', () => {
  const now = toEpochMs(new Date('2030-01-31T12:00:00Z'));
  const key = {
    row: { documentId: 'abc', name: 'prod-main-app' },
    credential: { accessId: '7Hd2kQpXw3Zt', owner: null, expiresAt: now },
  };
  const by = (name: string) => eventAbout(key, { kind: 'admin', user: { name } }, now).actor.name;

  it('is when, which key, and who did it', () => {
    expect(eventAbout(key, { kind: 'system', user: null }, now)).toEqual({
      at: '2030-01-31T12:00:00.000Z',
      key: {
        id: 'abc',
        accessId: '7Hd2kQpXw3Zt',
        name: 'prod-main-app',
        type: 'api-key',
        expiresAt: '2030-01-31T12:00:00.000Z',
      },
      actor: { kind: 'system', name: null },
    });
  });

  it('names a person, but never by e-mail address', () => {
    expect(by('Ada Admin')).toBe('Ada Admin');
    expect(by('ada@example.com')).toBeNull();
    expect(by('Ada ada@example.com')).toBeNull();
  });
});

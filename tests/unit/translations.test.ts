import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

import { LOCALES, TRANSLATIONS } from '../support/locales';

type Texts = Record<string, string>;
type Choices = Readonly<Record<string, string>>;

const ADMIN = path.resolve(__dirname, '../../admin/src');
const CONTRACTS = path.resolve(__dirname, '../../contracts');

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort();

const textsOf = (...names: string[]): Texts =>
  JSON.parse(readFileSync(path.join(TRANSLATIONS, ...names), 'utf8')) as Texts;

const areasOf = (locale: string) => namesIn(path.join(TRANSLATIONS, locale), '.json');

/** All texts of a locale: those needed first, and those of its areas. */
const allTextsOf = (locale: string): Texts =>
  Object.assign(
    textsOf(`${locale}.json`),
    ...areasOf(locale).map((area) => textsOf(locale, area)),
  ) as Texts;

/** What the panel loads, as `page-texts.tsx` does. */
const loaded = async (locale: string, part: string): Promise<Texts> =>
  ((await import(path.join(TRANSLATIONS, locale, part))) as { default: Texts }).default;

const OTHERS = LOCALES.filter((locale) => locale !== 'en');
const ENGLISH = allTextsOf('en');

/** Each element of a message, and of the messages within its plurals, selects and tags. */
const elementsOf = (message: MessageFormatElement[]): MessageFormatElement[] =>
  message.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element, ...Object.values(element.options).flatMap(({ value }) => elementsOf(value))];
    }
    return element.type === TYPE.tag ? [element, ...elementsOf(element.children)] : [element];
  });

const optionsOf = (text: string, type: TYPE.plural | TYPE.select): Record<string, string[]> => {
  const options: Record<string, string[]> = {};
  for (const element of elementsOf(parse(text))) {
    if (element.type !== type) continue;
    const names = [...(options[element.value] ?? []), ...Object.keys(element.options)];
    options[element.value] = [...new Set(names)].sort();
  }
  return options;
};

/** Every way in which the selects of a message can turn out. */
const outcomesOf = (text: string): Choices[] =>
  Object.entries(optionsOf(text, TYPE.select)).reduce<Choices[]>(
    (outcomes, [name, options]) =>
      outcomes.flatMap((outcome) => options.map((option) => ({ ...outcome, [name]: option }))),
    [{}],
  );

const placeholdersIn = (message: MessageFormatElement[], choices: Choices): string[] =>
  message.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.select: {
        const chosen = element.options[choices[element.value] ?? 'other']?.value ?? [];
        return [`${element.value}: select`, ...placeholdersIn(chosen, choices)];
      }
      case TYPE.plural:
        return [
          `${element.value}: plural`,
          ...Object.values(element.options).flatMap(({ value }) => placeholdersIn(value, choices)),
        ];
      case TYPE.tag:
        return [`${element.value}: tag`, ...placeholdersIn(element.children, choices)];
      default:
        return [`${element.value}: ${TYPE[element.type]}`];
    }
  });

/** The values that a text shows and their types, for each way in which its selects turn out. */
const placeholdersOf = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    outcomesOf(text).map((choices) => [
      // Languages differ in which of two choices they say first.
      Object.entries(choices)
        .map(([name, option]) => `${name}: ${option}`)
        .sort()
        .join(),
      [...new Set(placeholdersIn(parse(text), choices))].sort(),
    ]),
  );

const isExact = (option: string) => option.startsWith('=');

/** What a plural lacks, or has too much, in the language that it is written in. */
const pluralFaults = (locale: string, text: string, english: string): string[] => {
  const known: string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const inEnglish = optionsOf(english, TYPE.plural);
  return Object.entries(optionsOf(text, TYPE.plural)).flatMap(([name, options]) => [
    ...options
      .filter((option) => !isExact(option) && !known.includes(option))
      .map((option) => `${name}: ${locale} has no category ${option}`),
    ...(inEnglish[name] ?? [])
      // English says these for a sense of their own, such as “none yet”.
      .filter((option) => isExact(option) && !options.includes(option))
      .map((option) => `${name}: lacks ${option}`),
    ...(inEnglish[name]?.includes('one') && !options.includes('one') && !options.includes('=1')
      ? [`${name}: lacks one`]
      : []),
  ]);
};

describe.each(LOCALES)('the texts in %s', (locale) => {
  const texts = allTextsOf(locale);

  it('can be read, and are printed as print has it', () => {
    const unreadable = Object.entries(texts).filter(([, text]) => {
      try {
        parse(text);
        // To ICU a straight apostrophe is not a letter but an escape.
        return text.trim() === '' || /['"]|\.\.\./.test(text);
      } catch {
        return true;
      }
    });
    expect(unreadable).toEqual([]);
  });

  it.each(areasOf(locale))('are sorted in %s', (area) => {
    const ids = Object.keys(textsOf(locale, area));
    expect(ids).toEqual([...ids].sort());
  });

  it('stand each in one file, and all of them are loaded', async () => {
    const ofAreas = areasOf(locale).flatMap((area) => Object.keys(textsOf(locale, area)));
    expect(new Set(ofAreas).size).toBe(ofAreas.length);
    const { length } = Object.keys(textsOf(`${locale}.json`));
    expect(Object.keys(texts)).toHaveLength(ofAreas.length + length);
    expect(Object.keys(await loaded(locale, 'index.ts')).sort()).toEqual(ofAreas.sort());
  });
});

for (const locale of OTHERS)
  describe(`the translation into ${locale}`, () => {
    it('has the files of English', () => {
      expect(areasOf(locale)).toEqual(areasOf('en'));
      expect(namesIn(path.join(TRANSLATIONS, locale), '.ts')).toEqual(
        namesIn(path.join(TRANSLATIONS, 'en'), '.ts'),
      );
    });

    it('has the first texts of English', () => {
      expect(Object.keys(textsOf(`${locale}.json`))).toEqual(Object.keys(textsOf('en.json')));
    });

    it.each(areasOf('en'))('has each text of %s, and none besides', (area) => {
      expect(Object.keys(textsOf(locale, area))).toEqual(Object.keys(textsOf('en', area)));
    });

    it.each(['index.ts', 'widget-texts.ts'])('loads with %s what English loads', async (part) => {
      const own = await loaded(locale, part);
      expect(Object.keys(own).sort()).toEqual(Object.keys(await loaded('en', part)).sort());
      expect(own).toEqual(expect.objectContaining(textsOf(locale, 'common.json')));
    });

    it('shows the same values in each text, however its choices turn out', () => {
      const texts = allTextsOf(locale);
      const shown = (all: Texts) =>
        Object.keys(ENGLISH).map((id) => ({ id, shows: placeholdersOf(all[id] ?? '') }));
      expect(shown(texts)).toEqual(shown(ENGLISH));
    });

    it('counts as its language counts', () => {
      const texts = allTextsOf(locale);
      const faults = Object.entries(ENGLISH).flatMap(([id, english]) =>
        pluralFaults(locale, texts[id] ?? '', english).map((fault) => `${id}, ${fault}`),
      );
      expect(faults).toEqual([]);
    });
  });

describe('each English text', () => {
  const sourceOf = (folder: string) =>
    [...namesIn(folder, '.ts'), ...namesIn(folder, '.tsx')]
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n');
  const source = sourceOf(ADMIN);
  const literals = new Set(
    [...`${source}${sourceOf(CONTRACTS)}`.matchAll(/'([\w.-]+)'/g)].map(([, literal]) => literal),
  );
  /** Ids that are put together of a word of the program, as in t(`status.${status}`). */
  const patterns = [...source.matchAll(/\b(?:t|getTranslation)\(\s*`([^`]+)`/g)].map(
    ([, template = '']) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '(.+)')}$`),
  );
  const isUsed = (id: string) =>
    literals.has(id) ||
    patterns.some((pattern) => {
      const [, ...words] = pattern.exec(id) ?? [];
      return words.length > 0 && words.every((word) => literals.has(word));
    });

  it('is used by a page', () => {
    expect(Object.keys(ENGLISH).filter((id) => !isUsed(id))).toEqual([]);
  });
});

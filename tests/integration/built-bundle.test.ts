import {
  closureOf,
  gzippedSize,
  isNamedAfter,
  lazyChunks,
  packagesOf,
  packagesWithin,
  pageModules,
} from '../support/admin-bundle';
import { LOCALES } from '../support/locales';

const ENTRY = 'index.mjs';
const KB = 1024;

/** Shared with the rest of the panel, which has loaded them anyway. */
const OF_THE_PANEL = ['@strapi/icons', '@strapi/strapi/admin', 'react/jsx-runtime'];

const lazy = (module: string) => lazyChunks().filter((chunk) => isNamedAfter(chunk, module));

/** The texts of the menu in a language. */
const firstTexts = (locale: string) => {
  const inEntry = new Set(closureOf(ENTRY));
  return lazy(locale).filter((chunk) => !inEntry.has(chunk));
};

describe('what the panel loads before any page of the plugin is opened', () => {
  it('is small: registration and the texts of the menu', () => {
    expect(gzippedSize(closureOf(ENTRY))).toBeLessThan(3 * KB);
    expect(packagesOf(closureOf(ENTRY)).filter((name) => !OF_THE_PANEL.includes(name))).toEqual([]);
  });

  it('stays under 15 kB with the widget of the home page and its texts, in every language', () => {
    const widget = lazy('attention-widget');
    const texts = lazy('widget-texts');
    expect(widget).toHaveLength(1);
    expect(texts).toHaveLength(LOCALES.length);

    for (const locale of LOCALES) {
      expect(firstTexts(locale)).toHaveLength(1);
      for (const ofWidget of texts) {
        const home = closureOf(ENTRY, ...firstTexts(locale), ...widget, ofWidget);
        expect(gzippedSize(home)).toBeLessThan(15 * KB);
      }
    }
  });
});

describe('each page', () => {
  const modules = pageModules();

  it('is known from the routes', () => {
    expect(modules.length).toBeGreaterThanOrEqual(7);
  });

  it.each([...new Set(modules)])('has a chunk of its own: %s', (module) => {
    const expected = modules.filter((name) => name === module).length;

    expect(lazy(module)).toHaveLength(expected);
  });

  it('is loaded by no other page, nor by the entry or the widget', () => {
    const pages = lazyChunks().filter((chunk) => modules.some((name) => isNamedAfter(chunk, name)));
    for (const start of [ENTRY, ...lazy('attention-widget'), ...pages]) {
      const others = closureOf(start).filter((chunk) => chunk !== start && pages.includes(chunk));
      expect([start, ...others]).toEqual([start]);
    }
  });
});

describe('the chart library', () => {
  const CHARTS = ['chart.js', 'react-chartjs-2'];

  it('is in reach of the page of a key alone', () => {
    const pages = lazyChunks().filter((chunk) =>
      pageModules().some((name) => isNamedAfter(chunk, name)),
    );
    const withCharts = pages.filter((chunk) =>
      packagesWithin(chunk, ENTRY).some((name) => CHARTS.includes(name)),
    );

    expect(withCharts).toEqual(lazy('detail-page'));
    for (const start of [ENTRY, ...lazy('attention-widget')]) {
      expect(packagesOf(closureOf(start))).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/chart/)]),
      );
    }
  });
});

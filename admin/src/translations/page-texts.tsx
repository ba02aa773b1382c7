import { Page } from '@strapi/strapi/admin';
import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { prefixed } from './get-translation';

type Texts = Readonly<Record<string, string>>;
type TextsModule = Promise<{ default: Texts }>;

/** The texts of a part of the plugin, by locale. There is always English. */
const PARTS = {
  pages: (locale: string) => import(`./${locale}/index.ts`) as TextsModule,
  widget: (locale: string) => import(`./${locale}/widget-texts.ts`) as TextsModule,
};

const load = async (part: keyof typeof PARTS, locale: string): Promise<Texts> => {
  try {
    return prefixed((await PARTS[part](locale)).default);
  } catch {
    // There is no such translation: English, as Strapi does.
    return prefixed((await PARTS[part]('en')).default);
  }
};

interface PartTextsProps {
  part: keyof typeof PARTS;
  /** Shown until they are there. */
  fallback: ReactNode;
  children: ReactNode;
}

/**
 * Loads texts of the plugin in the viewer's language. They are not part of what the panel loads at
 * first; texts that the app has set for the same ids win.
 */
export const PartTexts = ({ part, fallback, children }: PartTextsProps) => {
  const { locale, messages } = useIntl();
  const [loaded, setLoaded] = useState<{ locale: string; texts: Texts }>();
  useEffect(() => {
    let isCurrent = true;
    void load(part, locale).then((texts) => {
      if (isCurrent) setLoaded({ locale, texts });
    });
    return () => {
      isCurrent = false;
    };
  }, [part, locale]);
  if (loaded?.locale !== locale) return fallback;
  return (
    <IntlProvider
      locale={locale}
      defaultLocale="en"
      messages={{ ...loaded.texts, ...(messages as Texts) }}
      textComponent="span"
    >
      {children}
    </IntlProvider>
  );
};

/** The texts of the plugin's pages. */
export const PageTexts = ({ children }: { children: ReactNode }) => (
  <PartTexts part="pages" fallback={<Page.Loading />}>
    {children}
  </PartTexts>
);

import { createContext, useContext } from 'react';
import { type Formats, formatsOf } from './formats';
import { type Translate, translator } from './texts';

interface Wording {
  readonly t: Translate;
  readonly formats: Formats;
}

const WordingContext = createContext<Wording>({ t: translator(), formats: formatsOf(undefined) });

export const WordingProvider = WordingContext.Provider;

/** The texts of the app, and dates as its users write them. */
export const useWording = (): Wording => useContext(WordingContext);

import { Box, Searchbar, SearchForm } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../translations/use-t';

const TYPING_PAUSE_MS = 300;

interface SearchFieldProps {
  label: string;
  placeholder: string;
  /** What is searched for now. */
  value: string;
  /** Called when one has paused typing, or presses Enter. */
  onSearch: (text: string) => void;
  /** Changes text before it goes anywhere else, as it is typed or pasted. */
  clean?: (text: string) => string;
}

export const SearchField = ({
  label,
  placeholder,
  value,
  onSearch,
  clean = (text) => text,
}: SearchFieldProps) => {
  const t = useT();
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const timer = useRef<number>();

  // The URL changed by other ways, such as the back button or "Clear filters".
  if (shown !== value) {
    setShown(value);
    if (text.trim() !== value) setText(value);
  }

  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );

  const searchNow = (next: string) => {
    window.clearTimeout(timer.current);
    onSearch(next.trim());
  };

  return (
    <Box width={{ initial: '100%', small: '32rem' }}>
      <SearchForm
        onSubmit={(event) => {
          event.preventDefault();
          searchNow(text);
        }}
      >
        <Searchbar
          name="search"
          size="S"
          value={text}
          placeholder={placeholder}
          clearLabel={t('search.clear')}
          onClear={() => {
            setText('');
            searchNow('');
          }}
          onChange={(event) => {
            const next = clean(event.target.value);
            setText(next);
            window.clearTimeout(timer.current);
            timer.current = window.setTimeout(() => {
              searchNow(next);
            }, TYPING_PAUSE_MS);
          }}
          maxLength={200}
        >
          {label}
        </Searchbar>
      </SearchForm>
    </Box>
  );
};
